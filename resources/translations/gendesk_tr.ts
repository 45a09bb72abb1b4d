<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>gendesk</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1,797 small handwritten digits; quick to learn, and always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>131,600 handwritten letters and digits in 47 classes; 562 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>202,599 photographs of well-known faces; 1.5 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60,000 tiny colour photographs of animals and vehicles; 170 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7,349 photographs of cats and dogs of 37 breeds; 811 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 handwritten Japanese characters in ten classes; 21 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 handwritten digits, the field&apos;s first example; 12 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 small grey pictures of clothes in ten classes; 31 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8,189 photographs of flowers of 102 kinds; 345 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99,289 house numbers photographed from the street; 246 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All curves are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also show each picture mirrored, left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {step} the {what} of {part} is no longer a finite number. Lower the learning rate and resume, or go back to an earlier checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging (EMA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernoulli (cross-entropy) suits line art and digits; Gaussian (squared error) suits photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binarise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch and train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch into a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR10</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>CPU · %n threads</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CelebA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first convolution; more see more and take longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean and enlarge pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions see shapes; fully connected layers are the classic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves (PNG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves appear here as soon as a training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded pictures cannot be kept in {folder}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw each pixel black or white anew, by its brightness, at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every trained model keeps a small space of its own, in which like pictures lie close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FashionMNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowers102</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the checkpoint at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the device ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey or colour; auto looks at the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers of a fully connected network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step goes; lower it when the curves jump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many batches to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the newest checkpoints stay on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the average before is kept at each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the averaged weights follow; 0 turns it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes until the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has learnt all {step} steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its EXIF data are damaged and were passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its colour profile is damaged and was passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging by held-out pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KMNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest gradient norm allowed; 0 leaves gradients alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving saves it as it is now; it can be continued from Past runs at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits drawn from every font on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at fonts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring a few steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that have seen clean pictures know what noise and blur have taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font with letters was found on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not built yet: it comes with a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format of the arithmetic; auto takes the fastest safe one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that describe a picture; two make a map one can see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to one (100 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OxfordIIITPet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures appear here as soon as it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in a step; fewer need less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaint a picture in the style of another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVHN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample grid (PNG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved at step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving, then closing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift each picture by up to this many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square pictures in pixels, a multiple of 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that gendesk did not foresee ({kind}: {what}). The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two pictures of the progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps over which β rises from zero; keeps latent dimensions alive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at step {step} and saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorBoard events …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorBoard is not installed; `pip install &apos;gendesk[tensorboard]&apos;` brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IDX files in {path} differ in size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size {batch_size} cannot be shared by {processes} processes; choose a multiple of {processes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint could not be written to {folder}: {why}. Make room or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint was not saved, because {name} of {key} are not finite; go back to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint {path} is damaged; continue from an older one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour emoji of this computer&apos;s own font.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of one picture, the brush strokes of another, on your own machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoded pictures in {folder} cannot be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device must be auto, cpu or cuda, but was {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of {title} in {folder} cannot be used: {why}. Delete them to download them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} holds no IDX images, such as train-images-idx3-ubyte.gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is full with batches of {size}; batches of {fits} fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures have changed since this run was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run itself stays as it is; a new one goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs libraries that this system lacks: {libraries}. Debian and Ubuntu: sudo apt install {debian}. Fedora: sudo dnf install {fedora}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no curves yet; train a little longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures {source}; choose {known}, or a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a run {name} already; continue it with `gendesk train {name}`, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no CUDA device here that PyTorch can use; choose the CPU instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set {name}; there are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or train without a window: gendesk train --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no export {kind}; there are {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no family {family}; there are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet; train a little longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {name}, neither as a folder nor under {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {name}. Did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no video encoder on this machine; export a GIF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no whole checkpoint in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no font with colour emoji. On Debian and Ubuntu the package fonts-noto-color-emoji brings one, on Fedora google-noto-color-emoji-fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This family has no likelihood; choose a variational autoencoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is fixed while the training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no checkpoint to go on from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-lapse (GIF) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-lapse (MP4) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in a hidden layer of a fully connected network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {knob} {value} and resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of 0 and below are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variational autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another gendesk that decodes the same pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through what it has learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the KL term: more makes the latent space tidier and pictures softer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run holds after that checkpoint is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pictures come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing TensorBoard events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bernoulli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp16 needs a GPU; choose bf16 or 32 on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gendesk {own} · {used} of {all} in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mlp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rgb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size must be a multiple of 4, but was given {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} has no knob {name}; it has {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be a run&apos;s name: it has to work as a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be copied: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has already learnt {done} steps; ask for more of them to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no checkpoint at step {step}; it has {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {pixels} megapixels; at most {most} are read. Scale it down first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a HEIC picture, which cannot be read; export it as JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a pipe, socket or device, not a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is animated; its first frame is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being trained by another process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being trained by process {pid} on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being trained; stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it has no pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it has {count} scans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than 1 GiB; such files are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, but was given {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {kind}, but was given {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must lie between {low} and {high}, but was given {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. The run can be continued from its newest checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be moved to the bin ({why}); delete the folder by hand if you want it gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has not one label for each picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds other files; a run needs a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: it is shorter than it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a recipe: it holds no JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a recipe: it holds no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an IDX file of bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} · {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{skipped} of {total} files are left out, as they cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds {count} readable pictures, but at least 2 are needed. {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} could not be downloaded: {why}. Check the network, or put the file {name} into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β warm-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
