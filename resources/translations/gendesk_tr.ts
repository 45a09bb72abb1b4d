<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>gendesk</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n saat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n dakika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n saniye</numerusform>
        </translation>
    </message>
    <message>
        <source>1,797 small handwritten digits; quick to learn, and always there.</source>
        <translation>El yazısıyla 1.797 küçük rakam; çabuk öğrenilir ve hep hazırdır.</translation>
    </message>
    <message>
        <source>131,600 handwritten letters and digits in 47 classes; 562 MB.</source>
        <translation>El yazısıyla 47 sınıfta 131.600 harf ve rakam; 562 MB.</translation>
    </message>
    <message>
        <source>202,599 photographs of well-known faces; 1.5 GB.</source>
        <translation>Tanınmış kişilerin yüzlerinden 202.599 fotoğraf; 1,5 GB.</translation>
    </message>
    <message>
        <source>32</source>
        <translation>32</translation>
    </message>
    <message>
        <source>60,000 tiny colour photographs of animals and vehicles; 170 MB.</source>
        <translation>Hayvan ve taşıtların 60.000 minik renkli fotoğrafı; 170 MB.</translation>
    </message>
    <message>
        <source>7,349 photographs of cats and dogs of 37 breeds; 811 MB.</source>
        <translation>37 cinsten kedi ve köpeklerin 7.349 fotoğrafı; 811 MB.</translation>
    </message>
    <message>
        <source>70,000 handwritten Japanese characters in ten classes; 21 MB.</source>
        <translation>On sınıfta el yazısıyla 70.000 Japon karakteri; 21 MB.</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, the field&apos;s first example; 12 MB.</source>
        <translation>El yazısıyla 70.000 rakam, alanın ilk örneği; 12 MB.</translation>
    </message>
    <message>
        <source>70,000 small grey pictures of clothes in ten classes; 31 MB.</source>
        <translation>On sınıfta 70.000 küçük gri giysi resmi; 31 MB.</translation>
    </message>
    <message>
        <source>8,189 photographs of flowers of 102 kinds; 345 MB.</source>
        <translation>102 türden çiçeklerin 8.189 fotoğrafı; 345 MB.</translation>
    </message>
    <message>
        <source>99,289 house numbers photographed from the street; 246 MB.</source>
        <translation>Sokaktan çekilmiş 99.289 kapı numarası; 246 MB.</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Bir eğitim sürüyor.</translation>
    </message>
    <message>
        <source>Active units</source>
        <translation>Etkin birimler</translation>
    </message>
    <message>
        <source>All curves are hidden.</source>
        <translation>Bütün eğriler gizli.</translation>
    </message>
    <message>
        <source>Also show each picture mirrored, left to right.</source>
        <translation>Her resmi sağı solu çevrilmiş olarak da gösterir.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemdeki gibi</translation>
    </message>
    <message>
        <source>At step {step} the {what} of {part} is no longer a finite number. Lower the learning rate and resume, or go back to an earlier checkpoint.</source>
        <translation>{step}. adımda {part} için {what} artık sonlu bir sayı değil. Öğrenme hızını düşürüp sürdürün ya da daha önceki bir kontrol noktasına dönün.</translation>
    </message>
    <message>
        <source>Averaging (EMA)</source>
        <translation>Üstel ortalama (EMA)</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Varsayılana dön</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Yığın boyutu (batch)</translation>
    </message>
    <message>
        <source>Bernoulli (cross-entropy) suits line art and digits; Gaussian (squared error) suits photographs.</source>
        <translation>Bernoulli (çapraz entropi) çizimlere ve rakamlara, Gauss (karesel hata) fotoğraflara uygundur.</translation>
    </message>
    <message>
        <source>Binarise</source>
        <translation>İkili yap</translation>
    </message>
    <message>
        <source>Branch and train</source>
        <translation>Dallandır ve eğit</translation>
    </message>
    <message>
        <source>Branch into a new run</source>
        <translation>Yeni bir çalışmaya dallandır</translation>
    </message>
    <message>
        <source>Branch…</source>
        <translation>Dallandır…</translation>
    </message>
    <message>
        <source>CIFAR10</source>
        <translation>CIFAR10</translation>
    </message>
    <message numerus="yes">
        <source>%n exact copies of others</source>
        <translation>
            <numerusform>%n tanesi başkalarının birebir kopyası</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>%n dosya okunamıyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of other kinds are left alone</source>
        <translation>
            <numerusform>Başka türden %n dosyaya dokunulmadı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n etiket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look much like another</source>
        <translation>
            <numerusform>%n tanesi bir başkasına çok benziyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n resim</numerusform>
        </translation>
    </message>
    <message>
        <source>--fast is for new paintings; leave it out to go on with one.</source>
        <translation>--fast yeni tablolar içindir; var olanı sürdürmek için yazmayın.</translation>
    </message>
    <message>
        <source>--set needs knob=value, but was given {given}.</source>
        <translation>--set için ayar=değer gerekir, ama {given} verildi.</translation>
    </message>
    <message>
        <source>A few of the pictures appear here.</source>
        <translation>Resimlerden birkaçı burada görünür.</translation>
    </message>
    <message>
        <source>A large network: slower, finer.</source>
        <translation>Büyük bir ağ: daha yavaş, daha ince.</translation>
    </message>
    <message>
        <source>A large network: slower, finer. It has to be downloaded once.</source>
        <translation>Büyük bir ağ: daha yavaş, daha ince. Bir kez indirilmesi gerekir.</translation>
    </message>
    <message>
        <source>A mask is empty; paint where the style counts, or remove the mask.</source>
        <translation>Bir maske boş; stilin geçerli olduğu yeri boyayın ya da maskeyi kaldırın.</translation>
    </message>
    <message>
        <source>A model can be used in every panel. Its name:</source>
        <translation>Bir model her panelde kullanılabilir. Adı:</translation>
    </message>
    <message>
        <source>A model whose weights are taken over where they fit; empty begins anew.</source>
        <translation>Ağırlıkları, uydukları yerde devralınan model; boşsa baştan başlar.</translation>
    </message>
    <message>
        <source>A picture is being painted.</source>
        <translation>Bir resim boyanıyor.</translation>
    </message>
    <message>
        <source>A safetensors file with the weights of VGG-16 or VGG-19.</source>
        <translation>VGG-16 ya da VGG-19 ağırlıklarını içeren bir safetensors dosyası.</translation>
    </message>
    <message>
        <source>A texture encoder needs colour pictures; set colour to rgb.</source>
        <translation>Doku kodlayıcısına renkli resim gerekir; colour değerini rgb yapın.</translation>
    </message>
    <message>
        <source>About the longer side of the smallest scale in pixels.</source>
        <translation>En küçük ölçeğin uzun kenarı, yaklaşık, piksel olarak.</translation>
    </message>
    <message>
        <source>About {time}, {memory} of memory</source>
        <translation>Yaklaşık {time}, {memory} bellek</translation>
    </message>
    <message>
        <source>Adam takes small even steps; L-BFGS finds its own.</source>
        <translation>Adam küçük eşit adımlar atar; L-BFGS adımını kendi bulur.</translation>
    </message>
    <message>
        <source>Add a style</source>
        <translation>Stil ekle</translation>
    </message>
    <message>
        <source>Another painting goes on from the moment shown, with the settings as they are now</source>
        <translation>Gösterilen andan, şimdiki ayarlarla başka bir tablo sürer</translation>
    </message>
    <message>
        <source>Another process is at work on {name}.</source>
        <translation>{name} üzerinde başka bir süreç çalışıyor.</translation>
    </message>
    <message>
        <source>Another training is running; stop it first.</source>
        <translation>Başka bir eğitim sürüyor; önce onu durdurun.</translation>
    </message>
    <message>
        <source>Astronaut</source>
        <translation>Astronot</translation>
    </message>
    <message>
        <source>Back to all runs</source>
        <translation>Bütün çalışmalara dön</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Dengeli</translation>
    </message>
    <message>
        <source>Begin anew with {settings}</source>
        <translation>{settings} ile baştan başla</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Beside the content, with a divider</source>
        <translation>İçeriğin yanında, bir ayraçla</translation>
    </message>
    <message>
        <source>Bound how steep the discriminator can be; it calms the training.</source>
        <translation>Ayırt edicinin ne kadar dik olabileceğini sınırla; eğitimi sakinleştirir.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Dallandır</translation>
    </message>
    <message>
        <source>Branch from step {step}</source>
        <translation>{step}. adımdan dallandır</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Fırça</translation>
    </message>
    <message>
        <source>Brush strokes only</source>
        <translation>Yalnız fırça darbeleri</translation>
    </message>
    <message>
        <source>Call real pictures 1 minus this, so that none is ever certain.</source>
        <translation>Gerçek resimlere 1 eksi bu değeri de; böylece hiçbiri kesin olmaz.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Kedi</translation>
    </message>
    <message>
        <source>CelebA</source>
        <translation>CelebA</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanallar</translation>
    </message>
    <message>
        <source>Channels after the first convolution; more see more and take longer.</source>
        <translation>İlk evrişimden sonraki kanallar; çoğu daha çok görür ve daha uzun sürer.</translation>
    </message>
    <message>
        <source>Channels of the first convolution; more see more and take longer.</source>
        <translation>İlk evrişimin kanal sayısı; çoğu daha çok şey görür ama daha uzun sürer.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Kontrol noktası aralığı</translation>
    </message>
    <message>
        <source>Choose a file of weights</source>
        <translation>Bir ağırlık dosyası seçin</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Klasör seçin</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Resim klasörü seç</translation>
    </message>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation>Resim içeren bir klasör seçin.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Klasör seç…</translation>
    </message>
    <message>
        <source>Choose a picture and a style: the sketch appears here.</source>
        <translation>Bir resim ve bir stil seçin: taslak burada belirir.</translation>
    </message>
    <message>
        <source>Choose a picture to repaint</source>
        <translation>Yeniden boyanacak bir resim seçin</translation>
    </message>
    <message>
        <source>Choose a style first.</source>
        <translation>Önce bir stil seçin.</translation>
    </message>
    <message>
        <source>Choose another picture</source>
        <translation>Başka bir resim seç</translation>
    </message>
    <message>
        <source>Choose at least one style, with a weight above 0.</source>
        <translation>Ağırlığı 0&apos;ın üzerinde en az bir stil seçin.</translation>
    </message>
    <message>
        <source>Choose pictures as styles</source>
        <translation>Stil olarak resim seçin</translation>
    </message>
    <message>
        <source>Choose the picture to repaint</source>
        <translation>Yeniden boyanacak resmi seçin</translation>
    </message>
    <message>
        <source>Choose the picture to repaint first.</source>
        <translation>Önce yeniden boyanacak resmi seçin.</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>Gradyanları kırp</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Bu bildirimi kapat</translation>
    </message>
    <message>
        <source>Coarse to fine</source>
        <translation>Kabadan inceye</translation>
    </message>
    <message>
        <source>Coarsest scale</source>
        <translation>En kaba ölçek</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>Kahve</translation>
    </message>
    <message>
        <source>Collage</source>
        <translation>Kolaj</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>Come with gendesk</source>
        <translation>gendesk ile gelenler</translation>
    </message>
    <message>
        <source>Comes with gendesk.</source>
        <translation>gendesk ile gelir.</translation>
    </message>
    <message>
        <source>Comes with gendesk: small and quick.</source>
        <translation>gendesk ile gelir: küçük ve hızlı.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Karşılaştır</translation>
    </message>
    <message>
        <source>Compare by weights from a file…</source>
        <translation>Dosyadaki ağırlıklarla karşılaştır…</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Bir başkasıyla karşılaştır</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>Karşılaştıran</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>Resimler karşılaştırılıyor</translation>
    </message>
    <message>
        <source>Conditional variational autoencoder</source>
        <translation>Koşullu varyasyonel otokodlayıcı</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>Content layer</source>
        <translation>İçerik katmanı</translation>
    </message>
    <message>
        <source>Content&apos;s colours</source>
        <translation>İçeriğin renkleri</translation>
    </message>
    <message>
        <source>Content: {name}</source>
        <translation>İçerik: {name}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Devam et</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Eğitime devam et</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Devam et…</translation>
    </message>
    <message>
        <source>Convolutions (DCGAN) see shapes; fully connected layers are the classic.</source>
        <translation>Evrişimler (DCGAN) biçimleri görür; tam bağlı katmanlar klasik olandır.</translation>
    </message>
    <message>
        <source>Convolutions see shapes; fully connected layers are the classic.</source>
        <translation>Evrişimler biçimleri görür; tam bağlı katmanlar klasik olandır.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Resmi kopyala</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Resmi kopyala</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Eğriler</translation>
    </message>
    <message>
        <source>Curves appear here as soon as a training runs.</source>
        <translation>Bir eğitim başlar başlamaz eğriler burada belirir.</translation>
    </message>
    <message>
        <source>Curves appear here as soon as something is being painted.</source>
        <translation>Bir şey boyanmaya başlayınca eğriler burada belirir.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Özel</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Decoded pictures cannot be kept in {folder}: {why}.</source>
        <translation>Çözülen resimler {folder} klasöründe saklanamıyor: {why}.</translation>
    </message>
    <message>
        <source>Decoding pictures</source>
        <translation>Resimler çözülüyor</translation>
    </message>
    <message>
        <source>Denoiser and upscaler</source>
        <translation>Gürültü giderici ve büyütücü</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Derinlik</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Aygıt</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Rakamlar</translation>
    </message>
    <message>
        <source>Discriminator&apos;s pace</source>
        <translation>Ayırt edicinin hızı</translation>
    </message>
    <message>
        <source>Discriminator&apos;s steps</source>
        <translation>Ayırt edicinin adımları</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>İndir</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>{name} indiriliyor</translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation>{title} indiriliyor</translation>
    </message>
    <message>
        <source>Draw each pixel black or white anew, by its brightness, at every step.</source>
        <translation>Her adımda her pikseli parlaklığına göre yeniden siyah ya da beyaz çeker.</translation>
    </message>
    <message>
        <source>Draw it again (Ctrl+Shift+Z)</source>
        <translation>Yeniden çiz (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation>Eğriler çiziliyor</translation>
    </message>
    <message>
        <source>Drop a picture to repaint here</source>
        <translation>Yeniden boyanacak resmi buraya bırakın</translation>
    </message>
    <message>
        <source>Drop pictures in the style you want here, or take one:</source>
        <translation>İstediğiniz stildeki resimleri buraya bırakın ya da birini alın:</translation>
    </message>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>Resimleri ya da klasörleri buraya bırakın</translation>
    </message>
    <message>
        <source>Drop the picture to repaint here, or take one:</source>
        <translation>Yeniden boyanacak resmi buraya bırakın ya da birini alın:</translation>
    </message>
    <message>
        <source>EMNIST</source>
        <translation>EMNIST</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Öncekiler</translation>
    </message>
    <message>
        <source>Earlier paintings</source>
        <translation>Önceki tablolar</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Enlarge by</source>
        <translation>Büyütme</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Devir (epoch)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Silgi</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Hata haritası</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Hatalar</translation>
    </message>
    <message>
        <source>Estimating time and memory</source>
        <translation>Süre ve bellek kestiriliyor</translation>
    </message>
    <message>
        <source>Every painting is kept here, with its settings and every moment of it.</source>
        <translation>Her tablo, ayarları ve her anıyla burada saklanır.</translation>
    </message>
    <message>
        <source>Every picture of a folder is painted in these styles, with these settings.</source>
        <translation>Bir klasörün her resmi bu stillerle ve bu ayarlarla boyanır.</translation>
    </message>
    <message>
        <source>Every training is kept here, with its curves and pictures from the first step on.</source>
        <translation>Her eğitim, ilk adımından başlayarak eğrileri ve resimleriyle burada saklanır.</translation>
    </message>
    <message>
        <source>Examining the model</source>
        <translation>Model inceleniyor</translation>
    </message>
    <message>
        <source>Examining {name}</source>
        <translation>{name} inceleniyor</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} dışa aktarılıyor</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız oldu</translation>
    </message>
    <message>
        <source>Faithful</source>
        <translation>Sadık</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Model ailesi</translation>
    </message>
    <message>
        <source>FashionMNIST</source>
        <translation>FashionMNIST</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Öznitelikler</translation>
    </message>
    <message>
        <source>Fetching the digits</source>
        <translation>Rakamlar getiriliyor</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Ölçü</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Süz</translation>
    </message>
    <message>
        <source>Filter by name, pictures, status…</source>
        <translation>Ada, resimlere, duruma göre süz…</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>Temel bileşenler bulunuyor</translation>
    </message>
    <message>
        <source>Fine grain put back over the result, so that it does not look like plastic.</source>
        <translation>Sonuç plastik gibi görünmesin diye üzerine geri konan ince gren.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>Finishing the picture</source>
        <translation>Resim tamamlanıyor</translation>
    </message>
    <message>
        <source>Fitting the first weights</source>
        <translation>İlk ağırlıklar hesaplanıyor</translation>
    </message>
    <message>
        <source>Flower, small</source>
        <translation>Çiçek, küçük</translation>
    </message>
    <message>
        <source>Flowers102</source>
        <translation>Flowers102</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Klasör</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Yazılacak klasör</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>From PyTorch</source>
        <translation>PyTorch&apos;tan</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Dosyadan</translation>
    </message>
    <message>
        <source>From the checkpoint at</source>
        <translation>Başlanacak kontrol noktası</translation>
    </message>
    <message>
        <source>From the community</source>
        <translation>Topluluktan</translation>
    </message>
    <message>
        <source>From the community.</source>
        <translation>Topluluktan.</translation>
    </message>
    <message>
        <source>From the top: before · restored · as it should be</source>
        <translation>Yukarıdan: önce · onarılmış · olması gereken</translation>
    </message>
    <message>
        <source>From the top: given · repaired · by PCA · as it should be</source>
        <translation>Yukarıdan: verilen · onarılmış · PCA ile · olması gereken</translation>
    </message>
    <message>
        <source>From the top: original · rebuilt</source>
        <translation>Yukarıdan: özgün · yeniden kurulmuş</translation>
    </message>
    <message>
        <source>From the top: original · rebuilt · rebuilt by PCA</source>
        <translation>Yukarıdan: özgün · yeniden kurulmuş · PCA ile kurulmuş</translation>
    </message>
    <message>
        <source>From the top: what is lost · what PCA loses; black is nothing</source>
        <translation>Yukarıdan: yitirilen · PCA&apos;nın yitirdiği; siyah hiçbir şey demektir</translation>
    </message>
    <message>
        <source>From {small} to {large} pixels, half of them {median} or more; {bytes}</source>
        <translation>{small} ile {large} piksel arası, yarısı en az {median}; {bytes}</translation>
    </message>
    <message>
        <source>GAN</source>
        <translation>GAN</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Hazırlanıyor</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Hazırlanıyor…</translation>
    </message>
    <message>
        <source>Getting the device ready</source>
        <translation>Aygıt hazırlanıyor</translation>
    </message>
    <message>
        <source>Give either a factor or a width for the result, not both.</source>
        <translation>Sonuç için ya bir kat ya da bir genişlik verin, ikisini birden değil.</translation>
    </message>
    <message>
        <source>Go to this work</source>
        <translation>Bu işe git</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradyan</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradyan normu</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>Gradyan cezası</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Gren</translation>
    </message>
    <message>
        <source>Grey or colour; auto looks at the pictures.</source>
        <translation>Gri ya da renkli; otomatik, resimlere bakar.</translation>
    </message>
    <message>
        <source>Hidden layers of a fully connected network.</source>
        <translation>Tam bağlı bir ağın gizli katmanları.</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Gizli birimler</translation>
    </message>
    <message>
        <source>How a VGG network halves pictures; average paints more softly.</source>
        <translation>VGG ağının resmi nasıl yarıladığı; ortalama daha yumuşak boyar.</translation>
    </message>
    <message>
        <source>How far Adam moves a pixel in a step, in shares of white.</source>
        <translation>Adam&apos;ın bir pikseli bir adımda ne kadar değiştirdiği, beyazın payı olarak.</translation>
    </message>
    <message>
        <source>How far each step goes, as a share of the weights at the start.</source>
        <translation>Her adımın ne kadar ilerlediği, başlangıçtaki ağırlıkların payı olarak.</translation>
    </message>
    <message>
        <source>How far each step goes; lower it when the curves jump.</source>
        <translation>Her adımın ne kadar ilerlediği; eğriler zıplıyorsa düşürün.</translation>
    </message>
    <message>
        <source>How far the nearest real picture is, as a share of how far real ones are from one another: 0 is a copy, about 1 is new</source>
        <translation>En yakın gerçek resmin uzaklığı, gerçek resimlerin birbirine uzaklığına oranla: 0 kopya, 1 dolayı yeni</translation>
    </message>
    <message>
        <source>How many batches to learn from.</source>
        <translation>Kaç yığından (batch) öğrenileceği.</translation>
    </message>
    <message>
        <source>How many kinds of pictures it is told to tell apart; 0 leaves labels alone.</source>
        <translation>Kaç tür resmi ayırt etmesi istendiği; 0 etiketlere dokunmaz.</translation>
    </message>
    <message>
        <source>How many kinds of pictures there are: it learns from their labels.</source>
        <translation>Kaç tür resim olduğu: etiketlerinden öğrenir.</translation>
    </message>
    <message>
        <source>How many of the newest checkpoints stay on disk.</source>
        <translation>En yeni kontrol noktalarından kaçının diskte kalacağı.</translation>
    </message>
    <message>
        <source>How many steps are taken at each scale; twice as many at the coarsest.</source>
        <translation>Her ölçekte atılan adım sayısı; en kabasında iki katı.</translation>
    </message>
    <message>
        <source>How many times larger an upscaler makes a side.</source>
        <translation>Bir büyütücünün bir kenarı kaç kat büyüttüğü.</translation>
    </message>
    <message>
        <source>How many times smaller the pictures are that shall be enlarged.</source>
        <translation>Büyütülecek resimlerin kaç kat küçük olduğu.</translation>
    </message>
    <message>
        <source>How much noise is taken out, as its standard deviation in 1/255.</source>
        <translation>Ne kadar gürültünün alınacağı; 1/255 cinsinden standart sapması.</translation>
    </message>
    <message>
        <source>How much noise the picture is given first, as its standard deviation in 1/255.</source>
        <translation>Resme önce ne kadar gürültü verileceği; 1/255 cinsinden standart sapması.</translation>
    </message>
    <message>
        <source>How much of the result is mixed with the picture as it was.</source>
        <translation>Sonucun ne kadarının resmin eski hâliyle karıştırılacağı.</translation>
    </message>
    <message>
        <source>How much the content counts: more keeps more of the photograph.</source>
        <translation>İçeriğin ne kadar sayıldığı: çoğu fotoğrafı daha çok korur.</translation>
    </message>
    <message>
        <source>How much the styles count.</source>
        <translation>Stillerin ne kadar sayıldığı.</translation>
    </message>
    <message>
        <source>How much this style counts beside the others.</source>
        <translation>Bu stilin ötekilerin yanında ne kadar sayıldığı.</translation>
    </message>
    <message>
        <source>How slowly the averaged painting follows Adam; 0 turns it off.</source>
        <translation>Ortalama tablonun Adam&apos;ı ne kadar yavaş izlediği; 0 kapatır.</translation>
    </message>
    <message>
        <source>How slowly the averaged weights follow; 0 turns it off.</source>
        <translation>Ortalaması alınan ağırlıkların ne kadar yavaş izlediği; 0 kapatır.</translation>
    </message>
    <message>
        <source>How the learning rate changes until the last step.</source>
        <translation>Öğrenme hızının son adıma kadar nasıl değiştiği.</translation>
    </message>
    <message>
        <source>In turn: samples · the nearest of some hundred pictures learnt from</source>
        <translation>Sırayla: örnekler · öğrenilen birkaç yüz resim arasından en yakınları</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>Şu klasöre</translation>
    </message>
    <message>
        <source>It has learnt all {step} steps.</source>
        <translation>{step} adımın hepsini öğrendi.</translation>
    </message>
    <message>
        <source>It is {width} × {height} pixels, too small to cut squares of {size} out of it.</source>
        <translation>{width} × {height} piksel; {size} piksellik kareler kesmek için çok küçük.</translation>
    </message>
    <message>
        <source>It was made smaller; the picture itself is what should come back.</source>
        <translation>Küçültüldü; geri gelmesi gereken resmin kendisidir.</translation>
    </message>
    <message>
        <source>It would need {memory} of memory, more than there is. {size} pixels fit.</source>
        <translation>{memory} bellek gerekirdi, bu kadarı yok. {size} piksel sığar.</translation>
    </message>
    <message>
        <source>Its EXIF data are damaged and were passed over.</source>
        <translation>EXIF verileri bozuk olduğu için atlandı.</translation>
    </message>
    <message>
        <source>Its colour profile is damaged and was passed over.</source>
        <translation>Renk profili bozuk olduğu için atlandı.</translation>
    </message>
    <message>
        <source>Its curves, pictures and checkpoints go with it.</source>
        <translation>Eğrileri, resimleri ve kontrol noktaları da onunla gider.</translation>
    </message>
    <message>
        <source>Its learning rate, as a multiple of the generator&apos;s.</source>
        <translation>Öğrenme hızı, üreticininkinin katı olarak.</translation>
    </message>
    <message>
        <source>Its own pictures</source>
        <translation>Kendi resimleri</translation>
    </message>
    <message>
        <source>Its settings and all its moments go with it.</source>
        <translation>Ayarları ve bütün anları da onunla gider.</translation>
    </message>
    <message>
        <source>Judging by held-out pictures</source>
        <translation>Ayrılmış resimlerle değerlendiriliyor</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>KMNIST</source>
        <translation>KMNIST</translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation>Saklanan noktalar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Kalsın</translation>
    </message>
    <message>
        <source>Keep painting</source>
        <translation>Boyamayı sürdür</translation>
    </message>
    <message>
        <source>Keep restoring</source>
        <translation>Onarmayı sürdür</translation>
    </message>
    <message>
        <source>Keep the content&apos;s colours: paint the luminance alone, or recolour the styles first.</source>
        <translation>İçeriğin renklerini koru: yalnız parlaklığı boya ya da önce stilleri yeniden renklendir.</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Eğitimi sürdür</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Klavye kısayolları</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Türler</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Etiket yumuşatma</translation>
    </message>
    <message>
        <source>Label smoothing needs labels, which {loss} does not have; set smoothing to 0, or choose another loss.</source>
        <translation>Etiket yumuşatma etiket ister, {loss} ise etiketsizdir; smoothing değerini 0 yapın ya da başka bir kayıp seçin.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Largest gradient norm allowed; 0 leaves gradients alone.</source>
        <translation>İzin verilen en büyük gradyan normu; 0 gradyanlara dokunmaz.</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Gizil</translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation>Gizil boyut (latent)</translation>
    </message>
    <message>
        <source>Lay out the pictures that the model has learnt from again</source>
        <translation>Modelin öğrendiği resimleri yeniden yerleştir</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Katmanlar</translation>
    </message>
    <message>
        <source>Laying out the map; UMAP takes a while to start</source>
        <translation>Harita yerleştiriliyor; UMAP&apos;in başlaması biraz sürer</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Öğrenme hızı</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Çık</translation>
    </message>
    <message>
        <source>Leaving saves it as it is now; it can be continued at any time.</source>
        <translation>Çıkınca şimdiki hâliyle kaydedilir; her zaman sürdürülebilir.</translation>
    </message>
    <message>
        <source>Leaving saves it as it is now; it can be continued from Past runs at any time.</source>
        <translation>Çıkarken şimdiki hâli kaydedilir; istediğiniz zaman Geçmiş çalışmalar&apos;dan devam edilebilir.</translation>
    </message>
    <message>
        <source>Lens (L)</source>
        <translation>Büyüteç (L)</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Harfler</translation>
    </message>
    <message>
        <source>Letters and digits drawn from every font on this computer.</source>
        <translation>Bu bilgisayardaki bütün yazı tiplerinden çizilen harfler ve rakamlar.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Açık ya da koyu</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Benzerlik</translation>
    </message>
    <message>
        <source>Loading the engine</source>
        <translation>Motor yükleniyor</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logaritmik eksen</translation>
    </message>
    <message>
        <source>Looking at fonts</source>
        <translation>Yazı tiplerine bakılıyor</translation>
    </message>
    <message>
        <source>Looking at paintings</source>
        <translation>Tablolara bakılıyor</translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>Resimlere bakılıyor</translation>
    </message>
    <message>
        <source>Looking at runs</source>
        <translation>Çalışmalara bakılıyor</translation>
    </message>
    <message>
        <source>Looking at the content</source>
        <translation>İçeriğe bakılıyor</translation>
    </message>
    <message>
        <source>Looking at the samples</source>
        <translation>Örneklere bakılıyor</translation>
    </message>
    <message>
        <source>Looking at the styles</source>
        <translation>Stillere bakılıyor</translation>
    </message>
    <message>
        <source>Looking at tiles</source>
        <translation>Döşemelere bakılıyor</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Değişiklikler aranıyor</translation>
    </message>
    <message>
        <source>Looking for emoji</source>
        <translation>Emojiler aranıyor</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modeller aranıyor…</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Resimler aranıyor</translation>
    </message>
    <message>
        <source>Looks at each picture from all eight sides: a little better, and eight times slower</source>
        <translation>Her resme sekiz yönden bakar: biraz daha iyi ve sekiz kat yavaş</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kayıp</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Kayıplar</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Make a contact sheet</source>
        <translation>Deneme sayfası yap</translation>
    </message>
    <message>
        <source>Makes pictures {scale} times larger.</source>
        <translation>Resimleri {scale} kat büyütür.</translation>
    </message>
    <message>
        <source>Making a contact sheet</source>
        <translation>Deneme sayfası yapılıyor</translation>
    </message>
    <message>
        <source>Making-of (GIF)…</source>
        <translation>Yapım filmi (GIF)…</translation>
    </message>
    <message>
        <source>Making-of (MP4)…</source>
        <translation>Yapım filmi (MP4)…</translation>
    </message>
    <message>
        <source>Manifold</source>
        <translation>Manifold</translation>
    </message>
    <message>
        <source>Marbled paper</source>
        <translation>Ebru</translation>
    </message>
    <message>
        <source>Mark nothing (Delete)</source>
        <translation>Hiçbir şeyi işaretleme (Delete)</translation>
    </message>
    <message>
        <source>Mark what is not marked</source>
        <translation>İşaretli olmayanı işaretle</translation>
    </message>
    <message>
        <source>Mark where on the content this style goes</source>
        <translation>Bu stilin içerikte nereye gideceğini işaretle</translation>
    </message>
    <message>
        <source>Mark which part of this style counts</source>
        <translation>Bu stilin hangi bölümünün sayılacağını işaretle</translation>
    </message>
    <message>
        <source>Masks need the styles that they are for.</source>
        <translation>Maskelere ait oldukları stiller de gerekir.</translation>
    </message>
    <message>
        <source>Measuring a few steps</source>
        <translation>Birkaç adım ölçülüyor</translation>
    </message>
    <message>
        <source>Measuring how long it will take…</source>
        <translation>Ne kadar süreceği ölçülüyor…</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Kullanılan bellek</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Aynala</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Diğer ayarlar</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Çöp kutusuna taşı</translation>
    </message>
    <message>
        <source>Move to the bin…</source>
        <translation>Çöp kutusuna taşı…</translation>
    </message>
    <message>
        <source>Move {name} to the bin?</source>
        <translation>{name} çöp kutusuna taşınsın mı?</translation>
    </message>
    <message>
        <source>Moving {name} to the bin</source>
        <translation>{name} çöp kutusuna taşınıyor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Yeni eğitim</translation>
    </message>
    <message>
        <source>New: copying score {score}</source>
        <translation>Yeni: kopya puanı {score}</translation>
    </message>
    <message>
        <source>Nine small paintings from faithful to wild; press one to paint it large.</source>
        <translation>Sadıktan çılgına dokuz küçük tablo; büyük boyamak için birine basın.</translation>
    </message>
    <message>
        <source>No font with letters was found on this computer.</source>
        <translation>Bu bilgisayarda harf içeren bir yazı tipi bulunamadı.</translation>
    </message>
    <message>
        <source>None of the {count} pictures could be read.</source>
        <translation>{count} resmin hiçbiri okunamadı.</translation>
    </message>
    <message>
        <source>Not painted to its end yet.</source>
        <translation>Henüz sonuna kadar boyanmadı.</translation>
    </message>
    <message>
        <source>Nothing is marked: all of this style counts.</source>
        <translation>Hiçbir şey işaretli değil: bu stilin tümü sayılır.</translation>
    </message>
    <message>
        <source>Nothing is marked: this style goes everywhere.</source>
        <translation>Hiçbir şey işaretli değil: bu stil her yere gider.</translation>
    </message>
    <message>
        <source>Nothing is written over; a picture that fails is listed.</source>
        <translation>Hiçbir şeyin üzerine yazılmaz; boyanamayan resim listelenir.</translation>
    </message>
    <message>
        <source>Nothing of the model {name} fits this recipe; choose a model of the same family, or set its number of channels.</source>
        <translation>{name} modelinden hiçbir şey bu tarife uymuyor; aynı aileden bir model seçin ya da onun kanal sayısını verin.</translation>
    </message>
    <message>
        <source>Number format of the arithmetic; auto takes the fastest safe one.</source>
        <translation>Hesapta kullanılan sayı biçimi; otomatik, güvenli olanların en hızlısını seçer.</translation>
    </message>
    <message>
        <source>Numbers that describe a picture; two make a map one can see.</source>
        <translation>Bir resmi anlatan sayıların adedi; iki tanesi, gözle görülebilen bir harita verir.</translation>
    </message>
    <message>
        <source>Oil strokes</source>
        <translation>Yağlıboya darbeleri</translation>
    </message>
    <message>
        <source>One to one (100 %)</source>
        <translation>Bire bir (%100)</translation>
    </message>
    <message>
        <source>Only what is tinted counts.</source>
        <translation>Yalnız boyalı yerler sayılır.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Resim aç…</translation>
    </message>
    <message>
        <source>Opening pictures</source>
        <translation>Resimler açılıyor</translation>
    </message>
    <message>
        <source>Opening the features</source>
        <translation>Öznitelikler açılıyor</translation>
    </message>
    <message>
        <source>Opening the painting</source>
        <translation>Tablo açılıyor</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} açılıyor</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>{title} açılıyor</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Eniyileyici</translation>
    </message>
    <message>
        <source>Or take a photograph</source>
        <translation>Ya da bir fotoğraf alın</translation>
    </message>
    <message>
        <source>OxfordIIITPet</source>
        <translation>OxfordIIITPet</translation>
    </message>
    <message>
        <source>PCA of the same pictures</source>
        <translation>Aynı resimlerin PCA&apos;sı</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG resimleri (*.png)</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Boya</translation>
    </message>
    <message>
        <source>Paint from this sketch</source>
        <translation>Bu taslaktan boya</translation>
    </message>
    <message>
        <source>Paint small first, then each time larger by a factor of √2.</source>
        <translation>Önce küçük boya, sonra her seferinde √2 kat büyüt.</translation>
    </message>
    <message>
        <source>Paint smaller</source>
        <translation>Daha küçük boya</translation>
    </message>
    <message>
        <source>Paint the folder</source>
        <translation>Klasörü boya</translation>
    </message>
    <message>
        <source>Paint {size} pixels</source>
        <translation>{size} piksel boya</translation>
    </message>
    <message>
        <source>Painted in {step} steps.</source>
        <translation>{step} adımda boyandı.</translation>
    </message>
    <message>
        <source>Painted to its end.</source>
        <translation>Sonuna kadar boyandı.</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Tablo</translation>
    </message>
    <message>
        <source>Painting a small picture</source>
        <translation>Küçük bir resim boyanıyor</translation>
    </message>
    <message>
        <source>Painting pictures</source>
        <translation>Resimler boyanıyor</translation>
    </message>
    <message>
        <source>Painting the contact sheet</source>
        <translation>Deneme sayfası boyanıyor</translation>
    </message>
    <message>
        <source>Painting tiles</source>
        <translation>Döşemeler boyanıyor</translation>
    </message>
    <message>
        <source>Painting {name}</source>
        <translation>{name} boyanıyor</translation>
    </message>
    <message>
        <source>Painting {number} of {total} pictures</source>
        <translation>{total} resimden {number}. boyanıyor</translation>
    </message>
    <message>
        <source>Paintings into</source>
        <translation>Tabloların yeri</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneller</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Geçmiş çalışmalar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Duraklat ya da sürdür</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Duraklatıldı</translation>
    </message>
    <message>
        <source>Pavilion, noisy</source>
        <translation>Köşk, gürültülü</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Resim</translation>
    </message>
    <message>
        <source>Picture (JPEG, TIFF, WebP)…</source>
        <translation>Resim (JPEG, TIFF, WebP)…</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Resim boyutu</translation>
    </message>
    <message>
        <source>Picture with its recipe (PNG)…</source>
        <translation>Tarifiyle resim (PNG)…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Resimler</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Resimler ({patterns})</translation>
    </message>
    <message>
        <source>Pictures appear here as soon as it trains.</source>
        <translation>Eğitim başlar başlamaz resimler burada belirir.</translation>
    </message>
    <message>
        <source>Pictures in</source>
        <translation>Resimlerin yeri</translation>
    </message>
    <message>
        <source>Pictures in a step; fewer need less memory.</source>
        <translation>Bir adımdaki resim sayısı; azı daha az bellek ister.</translation>
    </message>
    <message>
        <source>Pictures that could not be painted</source>
        <translation>Boyanamayan resimler</translation>
    </message>
    <message>
        <source>Pictures to learn from</source>
        <translation>Öğrenilecek resimler</translation>
    </message>
    <message>
        <source>Pictures/s</source>
        <translation>Resim/sn</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Oynat</translation>
    </message>
    <message>
        <source>Points of colour</source>
        <translation>Renk noktaları</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Havuzlama</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Hassasiyet</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Hazır ayar</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Önizleme aralığı</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>Temel bileşenler</translation>
    </message>
    <message>
        <source>Process {pid} on {host} is at work on {name}.</source>
        <translation>{host} üzerindeki {pid} süreci {name} üzerinde çalışıyor.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>İndirmenin ilerleyişi</translation>
    </message>
    <message>
        <source>Progress of the folder</source>
        <translation>Klasörün ilerleyişi</translation>
    </message>
    <message>
        <source>Progress of the painting</source>
        <translation>Tablonun ilerleyişi</translation>
    </message>
    <message>
        <source>Publish as a model</source>
        <translation>Model olarak yayımla</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Yayımla…</translation>
    </message>
    <message>
        <source>Publishing the model</source>
        <translation>Model yayımlanıyor</translation>
    </message>
    <message>
        <source>Publishing {name}</source>
        <translation>{name} yayımlanıyor</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>Rastgele kırpma</translation>
    </message>
    <message>
        <source>Reading curves</source>
        <translation>Eğriler okunuyor</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} okunuyor</translation>
    </message>
    <message>
        <source>Rebuilding pictures</source>
        <translation>Resimler yeniden oluşturuluyor</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Yeniden oluşturma</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>Yeniden oluşturulanlar</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Yeniden adlandır</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Onar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Sürdür</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Çalışma</translation>
    </message>
    <message>
        <source>SVHN</source>
        <translation>SVHN</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Örnekler</translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation>Kaydet ve çık</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Şimdi kaydet</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Resmi kaydet</translation>
    </message>
    <message>
        <source>Saved at step {step}.</source>
        <translation>{step}. adımda kaydedildi.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Kaydediliyor…</translation>
    </message>
    <message>
        <source>Saving, then closing…</source>
        <translation>Kaydediliyor, sonra kapanacak…</translation>
    </message>
    <message>
        <source>Curves (CSV)…</source>
        <translation>Eğriler (CSV)…</translation>
    </message>
    <message>
        <source>Curves (PNG)…</source>
        <translation>Eğriler (PNG)…</translation>
    </message>
    <message>
        <source>Remembered: copying score {score}</source>
        <translation>Ezber: kopya puanı {score}</translation>
    </message>
    <message>
        <source>Rocket</source>
        <translation>Roket</translation>
    </message>
    <message>
        <source>Sample grid (PNG)…</source>
        <translation>Örnek tablosu (PNG)…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save a checkpoint, or the picture that is seen</source>
        <translation>Kontrol noktasını ya da görünen resmi kaydet</translation>
    </message>
    <message>
        <source>Save it as a small file…</source>
        <translation>Küçük bir dosya olarak kaydet…</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} kaydediliyor</translation>
    </message>
    <message>
        <source>Scale {scale}</source>
        <translation>Ölçek {scale}</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Hız çizelgesi</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Tohum (seed)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>Shift each picture by up to this many pixels.</source>
        <translation>Her resmi en çok bu kadar piksel kaydırır.</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>Bütün adımları göster</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Klasörü göster</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Yan yana</translation>
    </message>
    <message>
        <source>Side in pixels of the pieces learnt from; a multiple of 8.</source>
        <translation>Öğrenilen parçaların kenarı, piksel; 8&apos;in katı.</translation>
    </message>
    <message>
        <source>Side of the square pictures in pixels, a multiple of 4.</source>
        <translation>Kare resimlerin piksel olarak kenarı, 4&apos;ün katı.</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Fırçanın boyu</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Fırçanın boyu ([ ve ])</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Taslak</translation>
    </message>
    <message>
        <source>Sketching…</source>
        <translation>Taslak çiziliyor…</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Yumuşatma</translation>
    </message>
    <message>
        <source>Smoothness (L1)</source>
        <translation>Pürüzsüzlük (L1)</translation>
    </message>
    <message>
        <source>Smoothness (L2)</source>
        <translation>Pürüzsüzlük (L2)</translation>
    </message>
    <message>
        <source>Some of the pictures</source>
        <translation>Resimlerden bazıları</translation>
    </message>
    <message>
        <source>Something is being painted; stop it before you open another.</source>
        <translation>Bir şey boyanıyor; başkasını açmadan önce durdurun.</translation>
    </message>
    <message>
        <source>Something went wrong that gendesk did not foresee ({kind}: {what}). The log has the details.</source>
        <translation>gendesk&apos;in öngörmediği bir şey oldu ({kind}: {what}). Ayrıntılar günlükte.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Stained glass</source>
        <translation>Vitray</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
    <message>
        <source>Start one</source>
        <translation>Bir tane başlat</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Eğitimi başlat</translation>
    </message>
    <message>
        <source>Start training, restoring all, or painting</source>
        <translation>Eğitimi, tümünü onarmayı ya da boyamayı başlat</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>İstatistik</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation>Gösterilen adım</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Adım {step}</translation>
    </message>
    <message>
        <source>Step {step} of {total}</source>
        <translation>{total} adımdan {step}.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>Steps between two checkpoints.</source>
        <translation>İki kontrol noktası arasındaki adım sayısı.</translation>
    </message>
    <message>
        <source>Steps between two pictures of the progress.</source>
        <translation>İlerlemenin iki resmi arasındaki adım sayısı.</translation>
    </message>
    <message>
        <source>Steps over which β rises from zero; keeps latent dimensions alive.</source>
        <translation>β&apos;nın sıfırdan yükseldiği adım sayısı; gizil (latent) boyutları canlı tutar.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durduruldu</translation>
    </message>
    <message>
        <source>Stopped at step {step} and saved.</source>
        <translation>{step}. adımda durduruldu ve kaydedildi.</translation>
    </message>
    <message>
        <source>Stopped. Painting the folder again goes on where it stopped.</source>
        <translation>Durduruldu. Klasörü yeniden boyamak kaldığı yerden sürdürür.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Durduruluyor</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Style and content both weigh nothing; give one of them a weight.</source>
        <translation>Stilin de içeriğin de ağırlığı yok; birine ağırlık verin.</translation>
    </message>
    <message>
        <source>Style layer 1</source>
        <translation>Stil katmanı 1</translation>
    </message>
    <message>
        <source>Style layer 2</source>
        <translation>Stil katmanı 2</translation>
    </message>
    <message>
        <source>Style layer 3</source>
        <translation>Stil katmanı 3</translation>
    </message>
    <message>
        <source>Style layer 4</source>
        <translation>Stil katmanı 4</translation>
    </message>
    <message>
        <source>Style layer 5</source>
        <translation>Stil katmanı 5</translation>
    </message>
    <message>
        <source>Style layers</source>
        <translation>Stil katmanları</translation>
    </message>
    <message>
        <source>Style scale</source>
        <translation>Stil ölçeği</translation>
    </message>
    <message>
        <source>Style {weight}</source>
        <translation>Stil {weight}</translation>
    </message>
    <message>
        <source>Style: {name}</source>
        <translation>Stil: {name}</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stiller</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>Son darbeyi geri al (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Take this style away</source>
        <translation>Bu stili kaldır</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Öğretmen</translation>
    </message>
    <message>
        <source>TensorBoard events…</source>
        <translation>TensorBoard olayları…</translation>
    </message>
    <message>
        <source>TensorBoard is not installed; `pip install &apos;gendesk[tensorboard]&apos;` brings it.</source>
        <translation>TensorBoard kurulu değil; `pip install &apos;gendesk[tensorboard]&apos;` onu kurar.</translation>
    </message>
    <message>
        <source>Texture encoder</source>
        <translation>Doku kodlayıcısı</translation>
    </message>
    <message>
        <source>The IDX files in {path} differ in size.</source>
        <translation>{path} içindeki IDX dosyalarının boyutları farklı.</translation>
    </message>
    <message>
        <source>The batch size {batch_size} cannot be shared by {processes} processes; choose a multiple of {processes}.</source>
        <translation>{batch_size} yığın boyutu {processes} süreç arasında bölüşülemez; {processes} sayısının bir katını seçin.</translation>
    </message>
    <message>
        <source>The checkpoint could not be written to {folder}: {why}. Make room or choose another place.</source>
        <translation>Kontrol noktası {folder} klasörüne yazılamadı: {why}. Yer açın ya da başka bir yer seçin.</translation>
    </message>
    <message>
        <source>The checkpoint was not saved, because {name} of {key} are not finite; go back to the one before.</source>
        <translation>Kontrol noktası kaydedilmedi, çünkü {key} içindeki {name} sonlu değil; bir öncekine dönün.</translation>
    </message>
    <message>
        <source>The checkpoint {path} is damaged; continue from an older one instead.</source>
        <translation>{path} kontrol noktası bozuk; daha eski birinden devam edin.</translation>
    </message>
    <message>
        <source>The colour emoji of this computer&apos;s own font.</source>
        <translation>Bu bilgisayarın kendi yazı tipindeki renkli emojiler.</translation>
    </message>
    <message>
        <source>The decoded pictures in {folder} cannot be read back.</source>
        <translation>{folder} klasöründeki çözülmüş resimler geri okunamıyor.</translation>
    </message>
    <message>
        <source>The device must be auto, cpu or cuda, but was {device}.</source>
        <translation>Aygıt auto, cpu ya da cuda olmalıdır, ama {device} verildi.</translation>
    </message>
    <message>
        <source>The files of {title} in {folder} cannot be used: {why}. Delete them to download them again.</source>
        <translation>{folder} klasöründeki {title} dosyaları kullanılamıyor: {why}. Yeniden indirmek için silin.</translation>
    </message>
    <message>
        <source>The folder {path} holds no IDX images, such as train-images-idx3-ubyte.gz.</source>
        <translation>{path} klasöründe train-images-idx3-ubyte.gz gibi IDX resimleri yok.</translation>
    </message>
    <message>
        <source>The memory is full with batches of {size}; batches of {fits} fit.</source>
        <translation>{size} resimlik yığınlarla bellek doldu; {fits} resimlik yığınlar sığıyor.</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>{name} adı kullanılıyor.</translation>
    </message>
    <message>
        <source>The pictures have changed since this run was started.</source>
        <translation>Bu çalışma başladığından beri resimler değişmiş.</translation>
    </message>
    <message>
        <source>The run itself stays as it is; a new one goes on from there.</source>
        <translation>Çalışmanın kendisi olduğu gibi kalır; oradan yenisi sürer.</translation>
    </message>
    <message>
        <source>The running training</source>
        <translation>Süren eğitim</translation>
    </message>
    <message>
        <source>The same seed gives the same run again.</source>
        <translation>Aynı tohum, aynı çalışmayı yeniden verir.</translation>
    </message>
    <message>
        <source>The weights of the model {name} are missing or are not those that its card describes; get or publish it again.</source>
        <translation>{name} modelinin ağırlıkları eksik ya da kartında anlatılanlar değil; modeli yeniden edinin ya da yayımlayın.</translation>
    </message>
    <message>
        <source>The window needs libraries that this system lacks: {libraries}. Debian and Ubuntu: sudo apt install {debian}. Fedora: sudo dnf install {fedora}.</source>
        <translation>Pencere için bu sistemde bulunmayan kitaplıklar gerekli: {libraries}. Debian ve Ubuntu: sudo apt install {debian}. Fedora: sudo dnf install {fedora}.</translation>
    </message>
    <message>
        <source>There are no pictures {source}; choose {known}, or a folder of your own.</source>
        <translation>{source} diye bir resim kaynağı yok; {known} arasından ya da kendi klasörünüzü seçin.</translation>
    </message>
    <message>
        <source>There is a model {name} already; choose another name.</source>
        <translation>{name} adlı bir model zaten var; başka bir ad seçin.</translation>
    </message>
    <message>
        <source>There is a run {name} already; continue it with `gendesk train {name}`, or choose another name.</source>
        <translation>{name} adlı bir çalışma zaten var; `gendesk train {name}` ile sürdürün ya da başka bir ad seçin.</translation>
    </message>
    <message>
        <source>There is no CUDA device here that PyTorch can use; choose the CPU instead.</source>
        <translation>Burada PyTorch&apos;un kullanabileceği bir CUDA aygıtı yok; bunun yerine CPU&apos;yu seçin.</translation>
    </message>
    <message>
        <source>There is no data set {name}; there are {known}.</source>
        <translation>{name} diye bir veri kümesi yok; olanlar: {known}.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or train without a window: gendesk train --help.</source>
        <translation>Pencere açılacak bir ekran yok. DISPLAY ya da WAYLAND_DISPLAY değişkenini ayarlayın veya penceresiz eğitin: gendesk train --help.</translation>
    </message>
    <message>
        <source>There is no export {kind}; there are {kinds}.</source>
        <translation>{kind} diye bir dışa aktarma yok; olanlar: {kinds}.</translation>
    </message>
    <message>
        <source>There is no family {family}; there are {known}.</source>
        <translation>{family} diye bir model ailesi yok; olanlar: {known}.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>{path} klasörü yok.</translation>
    </message>
    <message>
        <source>There is no model {name}.</source>
        <translation>{name} adlı bir model yok.</translation>
    </message>
    <message>
        <source>There is no model {name}. Did you mean {near}?</source>
        <translation>{name} adlı bir model yok. {near} mi demek istediniz?</translation>
    </message>
    <message>
        <source>There is no run {name}, neither as a folder nor under {folder}.</source>
        <translation>{name} adlı bir çalışma ne klasör olarak ne de {folder} altında var.</translation>
    </message>
    <message>
        <source>There is no run {name}. Did you mean {near}?</source>
        <translation>{name} adlı bir çalışma yok. {near} mi demek istediniz?</translation>
    </message>
    <message>
        <source>There is no video encoder on this machine; export a GIF instead.</source>
        <translation>Bu bilgisayarda video kodlayıcı yok; bunun yerine GIF olarak dışa aktarın.</translation>
    </message>
    <message>
        <source>There is no whole checkpoint in {path}.</source>
        <translation>{path} içinde eksiksiz bir kontrol noktası yok.</translation>
    </message>
    <message>
        <source>There is nothing of this name; choose another.</source>
        <translation>Bu adda bir şey yok; başka birini seçin.</translation>
    </message>
    <message>
        <source>They have no labels, and need none.</source>
        <translation>Etiketleri yok, gerekmiyor da.</translation>
    </message>
    <message>
        <source>This computer has no font with colour emoji. On Debian and Ubuntu the package fonts-noto-color-emoji brings one, on Fedora google-noto-color-emoji-fonts.</source>
        <translation>Bu bilgisayarda renkli emoji içeren bir yazı tipi yok. Debian ve Ubuntu&apos;da fonts-noto-color-emoji, Fedora&apos;da google-noto-color-emoji-fonts paketi bir tane getirir.</translation>
    </message>
    <message>
        <source>This family has no likelihood; choose a variational autoencoder.</source>
        <translation>Bu model ailesinin olabilirliği yok; bir varyasyonel otokodlayıcı (VAE) seçin.</translation>
    </message>
    <message>
        <source>This model cannot make pictures.</source>
        <translation>Bu model resim üretemez.</translation>
    </message>
    <message>
        <source>This model cannot rebuild pictures; choose an autoencoder.</source>
        <translation>Bu model resimleri yeniden oluşturamaz; bir otokodlayıcı seçin.</translation>
    </message>
    <message>
        <source>This run has no checkpoint to go on from.</source>
        <translation>Bu çalışmanın devam edilecek bir kontrol noktası yok.</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Bu liste</translation>
    </message>
    <message>
        <source>This training</source>
        <translation>Bu eğitim</translation>
    </message>
    <message>
        <source>This will take about {time} here and {memory}.</source>
        <translation>Burada yaklaşık {time} sürer ve {memory} ister.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Kalan süre</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Eğit</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
    <message>
        <source>Training elsewhere</source>
        <translation>Başka yerde eğitiliyor</translation>
    </message>
    <message>
        <source>Training {name}</source>
        <translation>{name} eğitiliyor</translation>
    </message>
    <message>
        <source>Turn while it runs</source>
        <translation>Çalışırken değiştir</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Birimler</translation>
    </message>
    <message>
        <source>Units in a hidden layer of a fully connected network.</source>
        <translation>Tam bağlı bir ağın bir gizli katmanındaki birim sayısı.</translation>
    </message>
    <message>
        <source>Unpacking {title}</source>
        <translation>{title} açılıyor</translation>
    </message>
    <message>
        <source>Up to step</source>
        <translation>Şu adıma kadar</translation>
    </message>
    <message>
        <source>Use {knob} {value} and resume</source>
        <translation>{knob} değerini {value} yap ve sürdür</translation>
    </message>
    <message>
        <source>Values of 0 and below are not shown.</source>
        <translation>0 ve altındaki değerler gösterilmiyor.</translation>
    </message>
    <message>
        <source>Variational autoencoder</source>
        <translation>Varyasyonel otokodlayıcı (VAE)</translation>
    </message>
    <message>
        <source>Weight of the KL term: more makes the latent space tidier and pictures softer.</source>
        <translation>KL teriminin ağırlığı: çoğu gizil uzayı (latent) düzenler, resimleri yumuşatır.</translation>
    </message>
    <message>
        <source>What is in them</source>
        <translation>İçlerinde ne var</translation>
    </message>
    <message>
        <source>What of “{name}” counts</source>
        <translation>“{name}” içinde sayılan</translation>
    </message>
    <message>
        <source>What the run holds after that checkpoint is replaced.</source>
        <translation>Çalışmanın o kontrol noktasından sonrası yenisiyle değiştirilir.</translation>
    </message>
    <message>
        <source>Where the pictures come from.</source>
        <translation>Resimlerin nereden geldiği.</translation>
    </message>
    <message>
        <source>Where “{name}” goes</source>
        <translation>“{name}” nereye gider</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Resmin bütünü</translation>
    </message>
    <message>
        <source>Writing TensorBoard events</source>
        <translation>TensorBoard olayları yazılıyor</translation>
    </message>
    <message>
        <source>Writing curves</source>
        <translation>Eğriler yazılıyor</translation>
    </message>
    <message>
        <source>Writing the animation</source>
        <translation>Animasyon yazılıyor</translation>
    </message>
    <message>
        <source>Writing the film</source>
        <translation>Film yazılıyor</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>{path} dosyasına yazıldı.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>otomatik</translation>
    </message>
    <message>
        <source>bernoulli</source>
        <translation>Bernoulli</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>sabit</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>evrişimli (conv)</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>kosinüs</translation>
    </message>
    <message>
        <source>fp16</source>
        <translation>fp16</translation>
    </message>
    <message>
        <source>fp16 needs a GPU; choose bf16 or 32 on the CPU.</source>
        <translation>fp16 için GPU gerekir; CPU&apos;da bf16 ya da 32 seçin.</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>Gauss</translation>
    </message>
    <message>
        <source>gendesk {own} · {used} of {all} in use</source>
        <translation>gendesk {own} · {all} belleğin {used} kadarı kullanılıyor</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gri</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>ayrılmış</translation>
    </message>
    <message>
        <source>held-out {loss}</source>
        <translation>ayrılmışta {loss}</translation>
    </message>
    <message>
        <source>mlp</source>
        <translation>tam bağlı (MLP)</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>tek çevrim</translation>
    </message>
    <message>
        <source>patch must be a multiple of 8 and not larger than size: {patch} and {size} were given.</source>
        <translation>patch 8&apos;in katı olmalı ve size değerini aşmamalı: {patch} ve {size} verildi.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>duraklatıldı</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>resim/saniye</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>sürdürüldü</translation>
    </message>
    <message>
        <source>rgb</source>
        <translation>renkli (RGB)</translation>
    </message>
    <message>
        <source>size must be a multiple of 4, but was given {size}.</source>
        <translation>Resim boyutu 4&apos;ün katı olmalıdır, ama {size} verildi.</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>adım {step} / {total}</translation>
    </message>
    <message>
        <source>wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>{amount} GB</source>
        <translation>{amount} GB</translation>
    </message>
    <message>
        <source>{amount} MB</source>
        <translation>{amount} MB</translation>
    </message>
    <message>
        <source>{amount} kB</source>
        <translation>{amount} kB</translation>
    </message>
    <message>
        <source>{count} are animated: the first frame counts</source>
        <translation>{count} tanesi hareketli: ilk kare alınır</translation>
    </message>
    <message>
        <source>{count} are grey</source>
        <translation>{count} tanesi gri</translation>
    </message>
    <message>
        <source>{count} are in printing colours (CMYK), converted</source>
        <translation>{count} tanesi baskı renklerinde (CMYK), dönüştürüldü</translation>
    </message>
    <message>
        <source>{count} are transparent in places: white shows there</source>
        <translation>{count} tanesinde saydam yerler var: orada beyaz görünür</translation>
    </message>
    <message>
        <source>{count} are turned upright by their camera&apos;s note</source>
        <translation>{count} tanesi kamerasının notuna göre dik çevrildi</translation>
    </message>
    <message>
        <source>{count} have more than 8 bits a channel, scaled</source>
        <translation>{count} tanesinde kanal başına 8 bitten fazlası var, ölçeklendi</translation>
    </message>
    <message>
        <source>{done} painted, {failed} failed, {skipped} there before</source>
        <translation>{done} boyandı, {failed} boyanamadı, {skipped} önceden vardı</translation>
    </message>
    <message>
        <source>{failed} of {total} pictures could not be painted.</source>
        <translation>{total} resimden {failed} tanesi boyanamadı.</translation>
    </message>
    <message>
        <source>{file} would be written over; choose another name for the painting.</source>
        <translation>{file} dosyasının üzerine yazılırdı; tablo için başka bir ad seçin.</translation>
    </message>
    <message>
        <source>{learnt}: {real}, {fake}, {held_out}.</source>
        <translation>{learnt}: {real}, {fake}, {held_out}.</translation>
    </message>
    <message>
        <source>{name} cannot be turned while it paints.</source>
        <translation>{name} boyanırken değiştirilemez.</translation>
    </message>
    <message>
        <source>{name} could not be worked on ({kind}: {what}).</source>
        <translation>{name} işlenemedi ({kind}: {what}).</translation>
    </message>
    <message>
        <source>{name} does not hold the weights of a VGG-16 or VGG-19 as torchvision names them.</source>
        <translation>{name}, torchvision&apos;ın adlandırdığı biçimde VGG-16 ya da VGG-19 ağırlıkları içermiyor.</translation>
    </message>
    <message>
        <source>{name} goes on from {old} without {count} pictures.</source>
        <translation>{name}, {old} çalışmasından {count} resim olmadan devam ediyor.</translation>
    </message>
    <message>
        <source>{name} has no convolutions that pictures could be compared by; choose texture, vgg19, or a model that was trained with a convolutional network.</source>
        <translation>{name} modelinde resimleri karşılaştıracak evrişim yok; texture, vgg19 ya da evrişimli ağla eğitilmiş bir model seçin.</translation>
    </message>
    <message>
        <source>{name} has no picture of step {step}.</source>
        <translation>{name} tablosunun {step}. adımdan resmi yok.</translation>
    </message>
    <message>
        <source>{name} has {width} × {height} pixels, too few for a style; choose one with at least {least} along each side.</source>
        <translation>{name} {width} × {height} piksel, stil için çok küçük; her kenarı en az {least} olan birini seçin.</translation>
    </message>
    <message>
        <source>{name} is empty; get it again from where it came.</source>
        <translation>{name} boş; geldiği yerden yeniden alın.</translation>
    </message>
    <message>
        <source>{name} is larger than any model that gendesk knows.</source>
        <translation>{name} gendesk&apos;in bildiği her modelden büyük.</translation>
    </message>
    <message>
        <source>{name} is larger than {most} GiB; such files are left out.</source>
        <translation>{name} {most} GiB&apos;tan büyük; böyle dosyalar dışarıda bırakılır.</translation>
    </message>
    <message>
        <source>{name} is no model file that gendesk knows: those are .safetensors and .pth.</source>
        <translation>{name} gendesk&apos;in bildiği bir model dosyası değil: bunlar .safetensors ve .pth olanlardır.</translation>
    </message>
    <message>
        <source>{name} is no safetensors file, or a damaged one; get it again from where it came.</source>
        <translation>{name} bir safetensors dosyası değil ya da bozuk; geldiği yerden yeniden alın.</translation>
    </message>
    <message>
        <source>{name} is not what its name says: it could run a program when it is opened. It was not opened.</source>
        <translation>{name} adının söylediği şey değil: açılınca bir program çalıştırabilir. Açılmadı.</translation>
    </message>
    <message>
        <source>{name} is packed to be far larger than it looks; it was not opened.</source>
        <translation>{name} göründüğünden çok daha büyük olacak biçimde sıkıştırılmış; açılmadı.</translation>
    </message>
    <message>
        <source>{name} is painted to its end; ask for more steps to go on.</source>
        <translation>{name} sonuna kadar boyandı; sürdürmek için daha çok adım isteyin.</translation>
    </message>
    <message>
        <source>{name} is spoilt: not all of its weights are numbers ({which}).</source>
        <translation>{name} bozulmuş: ağırlıklarının hepsi sayı değil ({which}).</translation>
    </message>
    <message>
        <source>{name} is still being made; stop it first.</source>
        <translation>{name} hâlâ yapılıyor; önce durdurun.</translation>
    </message>
    <message>
        <source>{name} is too small to be scaled down.</source>
        <translation>{name} küçültülemeyecek kadar küçük.</translation>
    </message>
    <message>
        <source>{name} is transparent everywhere; choose another one.</source>
        <translation>{name} her yerde saydam; başka birini seçin.</translation>
    </message>
    <message>
        <source>{name} looks like a network that gendesk knows, but does not fit it.</source>
        <translation>{name} gendesk&apos;in bildiği bir ağa benziyor ama ona uymuyor.</translation>
    </message>
    <message>
        <source>{name} must be true or false, but was given {value}.</source>
        <translation>{name} doğru ya da yanlış (true/false) olmalıdır, ama {value} verildi.</translation>
    </message>
    <message>
        <source>{family} has no knob {name}; it has {known}.</source>
        <translation>{family} ailesinin {name} diye bir ayarı yok; olanlar: {known}.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n seçili</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures in all</source>
        <translation>
            <numerusform>toplam %n resim</numerusform>
        </translation>
    </message>
    <message>
        <source>0 shows the whole picture, 1 its pixels one to one, plus and minus zoom, the arrow keys move, with Shift the divider between before and after, L is the lens.</source>
        <translation>0 resmin bütününü, 1 piksellerini bire bir gösterir; artı ve eksi yakınlaştırır, ok tuşları kaydırır, Shift ile öncesi ve sonrası arasındaki ayracı; L büyüteçtir.</translation>
    </message>
    <message>
        <source>A VAE and a GAN</source>
        <translation>Bir VAE ve bir GAN</translation>
    </message>
    <message>
        <source>A direction from pictures without something to those with it</source>
        <translation>Bir özelliği olmayan resimlerden olanlara giden bir yön</translation>
    </message>
    <message>
        <source>A direction leads nowhere by itself; give points or a walk.</source>
        <translation>Bir yön tek başına bir yere götürmez; noktalar ya da bir gezinti verin.</translation>
    </message>
    <message>
        <source>A direction needs pictures with it and pictures without it; choose both.</source>
        <translation>Bir yön için onun olduğu ve olmadığı resimler gerekir; ikisini de seçin.</translation>
    </message>
    <message>
        <source>A direction of your own is found on the map: lay it out first.</source>
        <translation>Kendi yönünüz haritada bulunur: önce haritayı yerleştirin.</translation>
    </message>
    <message>
        <source>A direction that leads to them</source>
        <translation>Onlara götüren bir yön</translation>
    </message>
    <message>
        <source>A discriminator that wins</source>
        <translation>Kazanan bir ayırt edici</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold any of {signs}</source>
        <translation>Bir dosya adında şunların hiçbiri olamaz: {signs}</translation>
    </message>
    <message>
        <source>A network knows the kind of pictures that it has learnt. See what it loses on pictures of another kind.</source>
        <translation>Bir ağ öğrendiği türden resimleri bilir. Başka türden resimlerde ne yitirdiğini görün.</translation>
    </message>
    <message>
        <source>A picture of {size} GB has no room in {folder}; free some space on that disk first.</source>
        <translation>{size} GB&apos;lık bir resme {folder} içinde yer yok; önce o diskte yer açın.</translation>
    </message>
    <message>
        <source>A random latent picture</source>
        <translation>Rastgele bir gizli resim</translation>
    </message>
    <message>
        <source>A small network learns small digits, and goes wrong. You are told where to look, wait until it happens, and cure it.</source>
        <translation>Küçük bir ağ küçük rakamları öğrenir ve yanlışa düşer. Nereye bakacağınız söylenir; siz bozulmasını bekler ve düzeltirsiniz.</translation>
    </message>
    <message>
        <source>A text file of pictures not to learn from, a name a line; empty learns all.</source>
        <translation>Öğrenilmeyecek resimlerin metin dosyası, her satırda bir ad; boşsa hepsi öğrenilir.</translation>
    </message>
    <message>
        <source>A walk has 2 to {most} frames, and 1 to 120 of them a second.</source>
        <translation>Bir gezintide 2 ile {most} arası kare, saniyede 1 ile 120 arası kare olur.</translation>
    </message>
    <message>
        <source>A walk needs at least two keyframes; pin another one.</source>
        <translation>Bir gezinti için en az iki anahtar kare gerekir; bir tane daha iğneleyin.</translation>
    </message>
    <message>
        <source>A window goes from the left to the right and from the bottom to the top, within 0 and 1.</source>
        <translation>Bir pencere soldan sağa ve aşağıdan yukarıya, 0 ile 1 arasında uzanır.</translation>
    </message>
    <message>
        <source>A − B + C of the last three pins</source>
        <translation>Son üç iğnenin A − B + C toplamı</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes</source>
        <translation>
            <numerusform>Yaklaşık %n dakika</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity {amount}</source>
        <translation>Etkinlik {amount}</translation>
    </message>
    <message>
        <source>Adaptive augmentation keeps the mean sign of the scores of real pictures (r_t) here.</source>
        <translation>Uyarlanır çeşitleme, gerçek resimlerin puanlarının ortalama işaretini (r_t) burada tutar.</translation>
    </message>
    <message>
        <source>Adaptive augmentation looks at the sign of scores, which means nothing in wgan-gp; set augment to diff, or choose another loss.</source>
        <translation>Uyarlanır çeşitleme puanların işaretine bakar, wgan-gp&apos;de ise bunun bir anlamı yoktur; augment değerini diff yapın ya da başka bir kayıp seçin.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Klasör ekle…</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Model dosyası ekle…</translation>
    </message>
    <message>
        <source>Add pictures or a folder</source>
        <translation>Resim ya da klasör ekle</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Resim ekle…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>After {step} steps the Fréchet distance is {frechet}. Something like digits came quickly; so far haste has done no harm.</source>
        <translation>{step} adımdan sonra Fréchet uzaklığı {frechet}. Rakama benzer bir şeyler çabuk çıktı; acele şimdilik zarar vermedi.</translation>
    </message>
    <message>
        <source>After {step} steps the discriminator&apos;s loss is {d_loss}, the generator&apos;s {g_loss}, and the Fréchet distance {frechet}. Keep them in mind.</source>
        <translation>{step} adımdan sonra ayırt edicinin kaybı {d_loss}, üreticininki {g_loss}, Fréchet uzaklığı {frechet}. Bunları aklınızda tutun.</translation>
    </message>
    <message>
        <source>After {step} steps the loss is {loss}. Keep it in mind.</source>
        <translation>{step} adımdan sonra kayıp {loss}. Bunu aklınızda tutun.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tüm dosyalar (*)</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Bütün ötekiler</translation>
    </message>
    <message>
        <source>And forth again</source>
        <translation>Yeniden ileri git</translation>
    </message>
    <message>
        <source>Animation (GIF)…</source>
        <translation>Animasyon (GIF)…</translation>
    </message>
    <message>
        <source>Another gendesk is writing to {out}; wait for it, or choose another folder.</source>
        <translation>Başka bir gendesk {out} içine yazıyor; bitmesini bekleyin ya da başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>Another model beside this one</source>
        <translation>Bunun yanında başka bir model</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Yanıtlar</translation>
    </message>
    <message>
        <source>As each picture is</source>
        <translation>Her resim nasılsa öyle</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Olduğu gibi</translation>
    </message>
    <message>
        <source>As much noise as each picture has</source>
        <translation>Her resimde ne kadar gürültü varsa o kadar</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Çeşitleme</translation>
    </message>
    <message>
        <source>Augmentation&apos;s pace</source>
        <translation>Çeşitlemenin hızı</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Otomatik</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>Otokodlayıcı</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Az önceki yere dön</translation>
    </message>
    <message>
        <source>Batches of {size} pictures cannot be packed by {pack}; choose a batch size that is a multiple of {pack}.</source>
        <translation>{size} resimlik yığınlar {pack} resimlik paketlere bölünemez; {pack} sayısının katı olan bir yığın boyu seçin.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Önce</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Başla</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Yeniden başla</translation>
    </message>
    <message>
        <source>Being painted</source>
        <translation>Boyanıyor</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Yandaki</translation>
    </message>
    <message>
        <source>Beside PCA</source>
        <translation>PCA&apos;nın yanında</translation>
    </message>
    <message>
        <source>Blend (%)</source>
        <translation>Karışım (%)</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloklar</translation>
    </message>
    <message>
        <source>Both learn at the same pace now. Watch the score of fakes leave 0, and the samples after it.</source>
        <translation>Artık ikisi aynı hızla öğreniyor. Önce sahtelerin puanının 0&apos;dan ayrılmasını, sonra örnekleri izleyin.</translation>
    </message>
    <message>
        <source>Both learn the same digits. What tells that they get better, and what do they draw?</source>
        <translation>İkisi de aynı rakamları öğrenir. İyileştiklerini ne gösterir ve ne çizerler?</translation>
    </message>
    <message>
        <source>Branch from step {step} with {settings}</source>
        <translation>{step}. adımdan {settings} ile dallan</translation>
    </message>
    <message>
        <source>Branch the run without these pictures</source>
        <translation>Çalışmayı bu resimler olmadan dallandır</translation>
    </message>
    <message>
        <source>Branching the run</source>
        <translation>Çalışma dallandırılıyor</translation>
    </message>
    <message>
        <source>Branching {name}</source>
        <translation>{name} dallandırılıyor</translation>
    </message>
    <message>
        <source>Change what the discriminator sees, so that it does not learn few pictures by heart; adaptive finds out how often.</source>
        <translation>Ayırt edicinin gördüğünü değiştir ki az sayıda resmi ezberlemesin; uyarlanır olan ne sıklıkta gerektiğini kendisi bulur.</translation>
    </message>
    <message>
        <source>Channels at the full size, which double with each halving; more see more and take longer.</source>
        <translation>Tam boydaki kanallar; her yarılamada iki katına çıkar. Çoğu daha çok görür ve daha uzun sürer.</translation>
    </message>
    <message>
        <source>Channels of each convolution; more see more and take longer.</source>
        <translation>Her evrişimin kanal sayısı; çoğu daha çok görür ve daha uzun sürer.</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Çocuklar</translation>
    </message>
    <message>
        <source>Children of the last two pins.</source>
        <translation>Son iki iğnenin çocukları.</translation>
    </message>
    <message>
        <source>Choose a folder of pictures…</source>
        <translation>Resim klasörü seç…</translation>
    </message>
    <message>
        <source>Choose a folder to write to</source>
        <translation>Yazılacak klasörü seçin</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>Yazılacak bir klasör seçin.</translation>
    </message>
    <message>
        <source>Choose a model&apos;s file</source>
        <translation>Bir model dosyası seçin</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>Seçimi kaldır</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>Resim seçin</translation>
    </message>
    <message>
        <source>Choose pictures for the panel in front</source>
        <translation>Öndeki panel için resim seçin</translation>
    </message>
    <message>
        <source>Choose what lies nearest to the middle</source>
        <translation>Ortaya en yakın olanları seç</translation>
    </message>
    <message>
        <source>Choose where the folder goes</source>
        <translation>Klasörün yerini seçin</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>Cleans pictures and keeps their size.</source>
        <translation>Resimleri temizler, boyutlarını korur.</translation>
    </message>
    <message>
        <source>Coarse blocks</source>
        <translation>Kaba bloklar</translation>
    </message>
    <message>
        <source>Coarse styles of others</source>
        <translation>Başkalarının kaba üslubu</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Karşılaştırılıyor</translation>
    </message>
    <message>
        <source>Comparing with the real pictures</source>
        <translation>Gerçek resimlerle karşılaştırılıyor</translation>
    </message>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>Kare tablosu (PNG)…</translation>
    </message>
    <message>
        <source>Coverage (texture)</source>
        <translation>Kapsama (doku)</translation>
    </message>
    <message>
        <source>Cured: Diversity went from {was_diversity} to {diversity}, the Fréchet distance from {was_frechet} to {frechet}. Variety comes from a discriminator that keeps up, so give it time before you doubt the generator.</source>
        <translation>Düzeldi: çeşitlilik {was_diversity} iken {diversity}, Fréchet uzaklığı {was_frechet} iken {frechet} oldu. Çeşitlilik, geri kalmayan bir ayırt ediciden gelir; üreticiden kuşkulanmadan önce ona zaman tanıyın.</translation>
    </message>
    <message>
        <source>Cured: the loss of the discriminator rose from {was_d_loss} to {d_loss}, and the Fréchet distance fell from {was_frechet} to {frechet}. The generator learns as long as the two are a match for one another.</source>
        <translation>Düzeldi: ayırt edicinin kaybı {was_d_loss} iken {d_loss} değerine yükseldi, Fréchet uzaklığı {was_frechet} iken {frechet} değerine düştü. Üretici, ikisi birbirine denk oldukça öğrenir.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Eğri</translation>
    </message>
    <message>
        <source>Decoding the walk</source>
        <translation>Gezinti çözülüyor</translation>
    </message>
    <message>
        <source>Density (texture)</source>
        <translation>Yoğunluk (doku)</translation>
    </message>
    <message>
        <source>Dimension that grows to the right</source>
        <translation>Sağa doğru büyüyen boyut</translation>
    </message>
    <message>
        <source>Dimension that grows upwards</source>
        <translation>Yukarı doğru büyüyen boyut</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Yönler</translation>
    </message>
    <message>
        <source>Direction…</source>
        <translation>Yön…</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Ayırt edici</translation>
    </message>
    <message>
        <source>Discriminator rests</source>
        <translation>Ayırt edici dinleniyor</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Uzaklık</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Dağılımlar</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>Iraksadı</translation>
    </message>
    <message>
        <source>Diversity (texture)</source>
        <translation>Çeşitlilik (doku)</translation>
    </message>
    <message>
        <source>Diversity is {diversity}: 1 would be as varied as the digits are. In the first steps that is usual in every GAN. What matters is whether it stays so.</source>
        <translation>Çeşitlilik {diversity}: 1, rakamlar kadar çeşitli demek olurdu. İlk adımlarda bu her GAN&apos;da olağandır. Önemli olan böyle kalıp kalmadığıdır.</translation>
    </message>
    <message>
        <source>Diversity seen in</source>
        <translation>Çeşitliliğin görüldüğü resim sayısı</translation>
    </message>
    <message>
        <source>Double-click to put it back</source>
        <translation>Geri almak için çift tıklayın</translation>
    </message>
    <message>
        <source>Drag keyframes into another order; Delete removes the chosen one</source>
        <translation>Sırayı değiştirmek için anahtar kareleri sürükleyin; Delete seçileni kaldırır</translation>
    </message>
    <message>
        <source>Drawing samples</source>
        <translation>Örnekler çiziliyor</translation>
    </message>
    <message>
        <source>Drawing the manifold</source>
        <translation>Manifold çiziliyor</translation>
    </message>
    <message>
        <source>Drawn at random. Click to go there, double-click to pin.</source>
        <translation>Rastgele çizildi. Oraya gitmek için tıklayın, iğnelemek için çift tıklayın.</translation>
    </message>
    <message>
        <source>Each process has {count} pictures, which cannot be packed by {pack}; choose another batch size.</source>
        <translation>Her süreçte {count} resim var ve bunlar {pack} resimlik paketlere bölünemez; başka bir yığın boyu seçin.</translation>
    </message>
    <message>
        <source>Each step is a tenth as long now. Watch the curve under Distance, which was swinging.</source>
        <translation>Artık her adım onda biri uzunlukta. Uzaklık altında salınıp duran eğriyi izleyin.</translation>
    </message>
    <message>
        <source>Ease in and out</source>
        <translation>Yumuşak geçiş</translation>
    </message>
    <message>
        <source>Encoding pictures</source>
        <translation>Resimler kodlanıyor</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Fakes</source>
        <translation>Sahteler</translation>
    </message>
    <message>
        <source>Film (MP4)…</source>
        <translation>Film (MP4)…</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Bul</translation>
    </message>
    <message>
        <source>Finding the picture&apos;s place</source>
        <translation>Resmin yeri bulunuyor</translation>
    </message>
    <message>
        <source>Fine styles of others</source>
        <translation>Başkalarının ince üslubu</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Bitir</translation>
    </message>
    <message>
        <source>First a variational autoencoder. With every picture it is told how far its copy is from the original: that is its loss.</source>
        <translation>Önce bir varyasyonel otokodlayıcı. Her resimde ona kopyasının özgünden ne kadar uzak olduğu söylenir: kaybı budur.</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Taze</translation>
    </message>
    <message>
        <source>From the top: the encoder&apos;s deepest layer · its teacher&apos;s</source>
        <translation>Yukarıdan: kodlayıcının en derin katmanı · öğretmenininki</translation>
    </message>
    <message>
        <source>From the top: the smallest scale · … · the largest</source>
        <translation>Yukarıdan: en küçük ölçek · … · en büyük</translation>
    </message>
    <message>
        <source>From the weights (SeFa)</source>
        <translation>Ağırlıklardan (SeFa)</translation>
    </message>
    <message>
        <source>Fréchet (texture)</source>
        <translation>Fréchet (doku)</translation>
    </message>
    <message>
        <source>Fréchet distance to the digits (texture): {distance}</source>
        <translation>Rakamlara Fréchet uzaklığı (doku): {distance}</translation>
    </message>
    <message>
        <source>Fréchet {distance}</source>
        <translation>Fréchet {distance}</translation>
    </message>
    <message>
        <source>Further ones at half the size, which look twice as far for a quarter of the time.</source>
        <translation>Yarı boyutta ek bloklar; dörtte bir sürede iki kat uzağa bakar.</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Üretici</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Devam</translation>
    </message>
    <message>
        <source>Go to the middle of them</source>
        <translation>Onların ortasına git</translation>
    </message>
    <message>
        <source>Going round in circles</source>
        <translation>Yerinde dönüyor</translation>
    </message>
    <message>
        <source>Guided lessons</source>
        <translation>Rehberli dersler</translation>
    </message>
    <message>
        <source>Hand: drag to move the view; the right button always does</source>
        <translation>El: görünümü kaydırmak için sürükleyin; sağ düğme hep kaydırır</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Sağlık</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Sağlıklı</translation>
    </message>
    <message>
        <source>Held-out pictures</source>
        <translation>Ayrılmış resimler</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Burası</translation>
    </message>
    <message>
        <source>How directions are found</source>
        <translation>Yönlerin nasıl bulunduğu</translation>
    </message>
    <message>
        <source>How often a picture has coarse and fine styles of different origin.</source>
        <translation>Bir resmin kaba ve ince üsluplarının ne sıklıkta farklı kaynaklardan geldiği.</translation>
    </message>
    <message>
        <source>How real each looks to the discriminator, at step {step}</source>
        <translation>Her birinin ayırt ediciye ne kadar gerçek göründüğü, adım {step}</translation>
    </message>
    <message>
        <source>How real single pictures look to the discriminator, and which kinds are drawn, appears here once they have been looked at.</source>
        <translation>Tek tek resimlerin ayırt ediciye ne kadar gerçek göründüğü ve hangi türlerin çizildiği, onlara bakılınca burada belirir.</translation>
    </message>
    <message>
        <source>How the map is laid out</source>
        <translation>Haritanın nasıl yerleştirildiği</translation>
    </message>
    <message>
        <source>In turn: samples · what they seem to be copies of</source>
        <translation>Sırayla: örnekler · kopyası gibi göründükleri resimler</translation>
    </message>
    <message>
        <source>It becomes {path}</source>
        <translation>{path} olur</translation>
    </message>
    <message>
        <source>It fell from {was_frechet} to {frechet}. Where a training does not converge, the learning rate is the first knob to try, and it can be turned while it runs.</source>
        <translation>{was_frechet} iken {frechet} değerine düştü. Bir eğitim yakınsamıyorsa denenecek ilk ayar öğrenme hızıdır ve eğitim sürerken değiştirilebilir.</translation>
    </message>
    <message>
        <source>It knows every fake for certain, its loss is next to nothing, and the generator learns nothing.</source>
        <translation>Her sahteyi kesin bilir, kaybı neredeyse sıfırdır ve üretici hiçbir şey öğrenmez.</translation>
    </message>
    <message>
        <source>Kernel (texture)</source>
        <translation>Çekirdek (doku)</translation>
    </message>
    <message>
        <source>Keyframes and settings (JSON)…</source>
        <translation>Anahtar kareler ve ayarlar (JSON)…</translation>
    </message>
    <message>
        <source>Keyframes; Ctrl with an arrow key moves one, Delete removes it</source>
        <translation>Anahtar kareler; Ctrl ile ok tuşu seçileni taşır, Delete kaldırır</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Resmin türü</translation>
    </message>
    <message>
        <source>Kinds drawn</source>
        <translation>Çizilen türler</translation>
    </message>
    <message>
        <source>Lasso: draw a loop around points to choose them</source>
        <translation>Kement: seçmek için noktaların çevresine bir halka çizin</translation>
    </message>
    <message>
        <source>Layers between random numbers and a style; few pictures need fewer.</source>
        <translation>Rastgele sayılarla üslup arasındaki katmanlar; az resim için azı yeter.</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>Harita yerleştiriliyor</translation>
    </message>
    <message>
        <source>Learning by heart</source>
        <translation>Ezberliyor</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Dışla…</translation>
    </message>
    <message>
        <source>Leave the lesson; the training stays</source>
        <translation>Dersten çık; eğitim kalır</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dışlananlar</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Saniye olarak uzunluk</translation>
    </message>
    <message>
        <source>Like the picture where you are, each a little different.</source>
        <translation>Bulunduğunuz yerdeki resim gibi, her biri biraz farklı.</translation>
    </message>
    <message>
        <source>Look at the samples. Each is made of other random numbers, so each should be another digit. The doctor waits before it names what may still pass.</source>
        <translation>Örneklere bakın. Her biri başka rastgele sayılardan yapılır; öyleyse her biri başka bir rakam olmalı. Doktor, geçebilecek bir şeyin adını koymadan önce bekler.</translation>
    </message>
    <message>
        <source>Looking at all pictures</source>
        <translation>Bütün resimlere bakılıyor</translation>
    </message>
    <message>
        <source>Looking for directions</source>
        <translation>Yönler aranıyor</translation>
    </message>
    <message>
        <source>Looking for the picture</source>
        <translation>Resim aranıyor</translation>
    </message>
    <message>
        <source>Looking for {name}</source>
        <translation>{name} aranıyor</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Döngü</translation>
    </message>
    <message>
        <source>MSG-GAN</source>
        <translation>MSG-GAN</translation>
    </message>
    <message>
        <source>Manifold of the latent space; arrow keys move, space pins what is there</source>
        <translation>Gizil uzayın manifoldu; ok tuşları ilerletir, boşluk tuşu oradakini iğneler</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Harita</translation>
    </message>
    <message>
        <source>Map of the latent space; arrow keys move, space pins what is there</source>
        <translation>Gizil uzayın haritası; ok tuşları ilerletir, boşluk tuşu oradakini iğneler</translation>
    </message>
    <message>
        <source>Map of {name}</source>
        <translation>{name} haritası</translation>
    </message>
    <message>
        <source>Mapping layers</source>
        <translation>Eşleme katmanları</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Orta</translation>
    </message>
    <message>
        <source>Middle styles of others</source>
        <translation>Başkalarının orta üslubu</translation>
    </message>
    <message>
        <source>Mixes</source>
        <translation>Karışım</translation>
    </message>
    <message>
        <source>Mode collapse</source>
        <translation>Kip çökmesi</translation>
    </message>
    <message>
        <source>Model to walk in</source>
        <translation>İçinde gezilecek model</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modeller</translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation>Modeller ({patterns})</translation>
    </message>
    <message>
        <source>Models of other people need spandrel, which is not installed; install it with: pip install &apos;gendesk[community]&apos;</source>
        <translation>Başkalarının modelleri için spandrel gerekir, kurulu değil; şununla kurun: pip install &apos;gendesk[community]&apos;</translation>
    </message>
    <message>
        <source>Moment of the walk</source>
        <translation>Gezintinin anı</translation>
    </message>
    <message>
        <source>More remedies</source>
        <translation>Başka çareler</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Bu resimle yapılabilecek başka şeyler</translation>
    </message>
    <message>
        <source>Most noise</source>
        <translation>En çok gürültü</translation>
    </message>
    <message>
        <source>Motion (texture)</source>
        <translation>Hareket (doku)</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Benimkiler</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Adlar</translation>
    </message>
    <message>
        <source>Nearer to the middle pictures are better and more alike; 1 leaves them as they are.</source>
        <translation>Ortaya yaklaştıkça resimler iyileşir ve birbirine benzer; 1 onları olduğu gibi bırakır.</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>En yakın</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Komşular</translation>
    </message>
    <message>
        <source>Neither the curves nor the pictures show anything wrong.</source>
        <translation>Ne eğriler ne resimler bir sorun gösteriyor.</translation>
    </message>
    <message>
        <source>New direction</source>
        <translation>Yeni yön</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Yeni…</translation>
    </message>
    <message>
        <source>No model beside</source>
        <translation>Yandaki modeli kapat</translation>
    </message>
    <message>
        <source>No model makes pictures yet. Train one, and walk here through all that it has learnt, even while it learns.</source>
        <translation>Henüz resim üreten bir model yok. Bir tane eğitin; öğrendiği her şeyin içinde, o daha öğrenirken bile burada gezin.</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>No {number}</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Gürültü</translation>
    </message>
    <message>
        <source>Noise added</source>
        <translation>Eklenen gürültü</translation>
    </message>
    <message>
        <source>Noise is taken out, or pictures are made larger, by models that run on this machine. You see the result at once; nothing is written until you say so.</source>
        <translation>Bu makinede çalışan modeller gürültüyü alır ya da resimleri büyütür. Sonucu hemen görürsünüz; siz demeden hiçbir şey yazılmaz.</translation>
    </message>
    <message>
        <source>Noise was added; the picture itself is what should come back.</source>
        <translation>Gürültü eklendi; geri gelmesi gereken resmin kendisidir.</translation>
    </message>
    <message>
        <source>Not used: the model learnt to do without it, turning it changes nothing</source>
        <translation>Kullanılmıyor: model onsuz yapmayı öğrendi, oynatmak bir şey değiştirmez</translation>
    </message>
    <message>
        <source>Nothing beside</source>
        <translation>Yanda model yok</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Henüz bir şey bilinmiyor.</translation>
    </message>
    <message>
        <source>Nothing moves any more, although the pictures are not yet good.</source>
        <translation>Resimler henüz iyi olmadığı hâlde artık hiçbir şey değişmiyor.</translation>
    </message>
    <message>
        <source>Novelty (texture)</source>
        <translation>Yenilik (doku)</translation>
    </message>
    <message>
        <source>Now wait, and see whether they get any better.</source>
        <translation>Şimdi bekleyin ve iyileşip iyileşmediklerine bakın.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Sayılar</translation>
    </message>
    <message>
        <source>Numbers in a style, and random numbers that it is made of.</source>
        <translation>Bir üsluptaki sayılar ve onun yapıldığı rastgele sayılar.</translation>
    </message>
    <message>
        <source>On a sphere pictures stay as usual as random ones; a curve has no corners</source>
        <translation>Kürede resimler rastgele olanlar kadar olağan kalır; eğrinin köşesi yoktur</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Tek model</translation>
    </message>
    <message>
        <source>One phase after the other, about one a second</source>
        <translation>Evreler art arda, saniyede yaklaşık bir tane</translation>
    </message>
    <message>
        <source>One phase of the discriminator, then a pause</source>
        <translation>Ayırt edicinin bir evresi, sonra duraklama</translation>
    </message>
    <message>
        <source>One phase of the generator, then a pause</source>
        <translation>Üreticinin bir evresi, sonra duraklama</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Klasör aç…</translation>
    </message>
    <message>
        <source>Open a picture of your own, or a position…</source>
        <translation>Kendi resminizi ya da bir konum açın…</translation>
    </message>
    <message>
        <source>Open a picture or a position</source>
        <translation>Bir resim ya da konum açın</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Klasörü aç</translation>
    </message>
    <message>
        <source>Open pictures…</source>
        <translation>Resim aç…</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>Bu çalışmayı aç</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Model açılıyor</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>Resim açılıyor</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>Başka resimler</translation>
    </message>
    <message>
        <source>Overfitting (r_t)</source>
        <translation>Ezber (r_t)</translation>
    </message>
    <message>
        <source>Overfitting (r_v)</source>
        <translation>Ezber (r_v)</translation>
    </message>
    <message>
        <source>Overfitting allowed</source>
        <translation>İzin verilen ezber</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>PSNR before</source>
        <translation>Önceki PSNR</translation>
    </message>
    <message>
        <source>PSNR by PCA</source>
        <translation>PCA ile PSNR</translation>
    </message>
    <message>
        <source>PSNR {psnr} dB · SSIM {ssim}</source>
        <translation>PSNR {psnr} dB · SSIM {ssim}</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Paketleme</translation>
    </message>
    <message>
        <source>Pairs of convolutions; more look further around each pixel.</source>
        <translation>Evrişim çiftleri; çoğu her pikselin çevresine daha geniş bakar.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Parça</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Yol uzunluğu</translation>
    </message>
    <message>
        <source>Path length every</source>
        <translation>Yol uzunluğu aralığı</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Evre</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Saniyedeki resim</translation>
    </message>
    <message>
        <source>Pictures along each side</source>
        <translation>Her kenardaki resim</translation>
    </message>
    <message>
        <source>Pictures are being restored.</source>
        <translation>Resimler onarılıyor.</translation>
    </message>
    <message>
        <source>Pictures that could not be restored</source>
        <translation>Onarılamayan resimler</translation>
    </message>
    <message>
        <source>Pictures that the discriminator judges together; more work against collapse.</source>
        <translation>Ayırt edicinin birlikte yargıladığı resimler; çoğu çökmeye karşı işe yarar.</translation>
    </message>
    <message>
        <source>Pictures to restore</source>
        <translation>Onarılacak resimler</translation>
    </message>
    <message>
        <source>Pictures with it</source>
        <translation>Onun olduğu resimler</translation>
    </message>
    <message>
        <source>Pictures without it</source>
        <translation>Onun olmadığı resimler</translation>
    </message>
    <message>
        <source>Pin the latent picture</source>
        <translation>Gizli resmi iğnele</translation>
    </message>
    <message>
        <source>Pin this picture as a keyframe (space)</source>
        <translation>Bu resmi anahtar kare olarak iğnele (boşluk)</translation>
    </message>
    <message>
        <source>Pin two pictures first: these are their children.</source>
        <translation>Önce iki resim iğneleyin: burada onların çocukları belirir.</translation>
    </message>
    <message>
        <source>Pin two pictures or more, with space or the pin: the walk leads from one to the next.</source>
        <translation>Boşluk tuşu ya da iğneyle iki ya da daha çok resim iğneleyin: gezinti birinden ötekine gider.</translation>
    </message>
    <message>
        <source>Pixel for pixel (1)</source>
        <translation>Bire bir piksel (1)</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Gezintiyi oynat</translation>
    </message>
    <message>
        <source>Precision (texture)</source>
        <translation>Kesinlik (doku)</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Örnek hazırlanıyor</translation>
    </message>
    <message>
        <source>Principal components keep distances; t-SNE and UMAP keep neighbours together</source>
        <translation>Temel bileşenler uzaklıkları korur; t-SNE ve UMAP komşuları bir arada tutar</translation>
    </message>
    <message>
        <source>Progress of restoring</source>
        <translation>Onarımın ilerleyişi</translation>
    </message>
    <message>
        <source>Progressive GAN</source>
        <translation>Aşamalı GAN</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Nitelik</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP</source>
        <translation>JPEG ve WebP niteliği</translation>
    </message>
    <message>
        <source>R1</source>
        <translation>R1</translation>
    </message>
    <message>
        <source>R1 every</source>
        <translation>R1 aralığı</translation>
    </message>
    <message>
        <source>Random numbers that the generator makes a picture of.</source>
        <translation>Üreticinin resme dönüştürdüğü rastgele sayılar.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Hız</translation>
    </message>
    <message>
        <source>Real pictures</source>
        <translation>Gerçek resimler</translation>
    </message>
    <message>
        <source>Real pictures score {real_score}, fakes {fake_score}, and its loss is {d_loss}. A loss near 0 looks like success. In a GAN it is a warning.</source>
        <translation>Gerçek resimlerin puanı {real_score}, sahtelerinki {fake_score}; kaybı {d_loss}. 0&apos;a yakın bir kayıp başarı gibi görünür. Bir GAN&apos;da ise uyarıdır.</translation>
    </message>
    <message>
        <source>Rebuild pictures as they are, or clean pictures from noisy ones, or large ones from small ones.</source>
        <translation>Resimleri oldukları gibi kurmak, gürültülülerden temizlerini ya da küçüklerden büyüklerini çıkarmak.</translation>
    </message>
    <message>
        <source>Recall (texture)</source>
        <translation>Duyarlılık (doku)</translation>
    </message>
    <message>
        <source>Relatives</source>
        <translation>Akrabalar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove all keyframes</source>
        <translation>Bütün anahtar kareleri kaldır</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Onarılmış</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n pictures</source>
        <translation>
            <numerusform>%n resmi onar</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>Tümünü onar</translation>
    </message>
    <message numerus="yes">
        <source>Restore all %n…</source>
        <translation>
            <numerusform>%n resmin tümünü onar…</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Onarılmış</translation>
    </message>
    <message>
        <source>Restoring pictures</source>
        <translation>Resimler onarılıyor</translation>
    </message>
    <message>
        <source>Restoring the picture</source>
        <translation>Resim onarılıyor</translation>
    </message>
    <message>
        <source>Restoring what is seen</source>
        <translation>Görünen onarılıyor</translation>
    </message>
    <message>
        <source>Restoring what is seen: {done} of {total}</source>
        <translation>Görünen onarılıyor: {done} / {total}</translation>
    </message>
    <message>
        <source>Restoring {number} of {total} pictures</source>
        <translation>{total} resimden {number}. onarılıyor</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Çalışmalar</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>SSIM before</source>
        <translation>Önceki SSIM</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Aynı</translation>
    </message>
    <message>
        <source>Samples of random numbers that are new each time</source>
        <translation>Her seferinde yeni olan rastgele sayılardan örnekler</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Resmi kaydet…</translation>
    </message>
    <message>
        <source>Save the manifold as a picture to print…</source>
        <translation>Manifoldu basılacak bir resim olarak kaydet…</translation>
    </message>
    <message>
        <source>Save the picture; it carries its position…</source>
        <translation>Resmi kaydet; konumunu taşır…</translation>
    </message>
    <message>
        <source>Save the position…</source>
        <translation>Konumu kaydet…</translation>
    </message>
    <message>
        <source>Save this picture restored…</source>
        <translation>Bu resmi onarılmış olarak kaydet…</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>Resim kaydediliyor</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Ölçekler</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puanlar</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Saniye</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Tohum</translation>
    </message>
    <message>
        <source>Set {settings}</source>
        <translation>{settings} yap</translation>
    </message>
    <message>
        <source>Sheet of pictures; arrow keys walk, space pins the chosen one</source>
        <translation>Resim sayfası; ok tuşları gezdirir, boşluk tuşu seçileni iğneler</translation>
    </message>
    <message>
        <source>Show both</source>
        <translation>İkisini gör</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tümünü göster</translation>
    </message>
    <message>
        <source>Side in pixels of the pieces learnt from; a multiple of 12.</source>
        <translation>Öğrenilen parçaların piksel olarak kenarı; 12&apos;nin katı.</translation>
    </message>
    <message>
        <source>Side of the squares that pictures are cut into, at their own scale.</source>
        <translation>Resimlerin kendi ölçeklerinde kesildiği karelerin kenarı.</translation>
    </message>
    <message>
        <source>Single phases are for GANs that one process trains; this was a whole step.</source>
        <translation>Tek evreler, tek sürecin eğittiği GAN&apos;lar içindir; bu tam bir adımdı.</translation>
    </message>
    <message>
        <source>Single pictures (PNG)…</source>
        <translation>Tek tek resimler (PNG)…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Sonucun boyutu</translation>
    </message>
    <message>
        <source>Skip below</source>
        <translation>Şunun altında atla</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Ağır çekim</translation>
    </message>
    <message>
        <source>Smoothing: how much of the average before is kept at each point</source>
        <translation>Yumuşatma: her noktada önceki ortalamanın ne kadarının korunduğu</translation>
    </message>
    <message>
        <source>Somewhere else, at random (R)</source>
        <translation>Rastgele başka bir yere (R)</translation>
    </message>
    <message>
        <source>Spectral norm</source>
        <translation>Spektral norm</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Küre</translation>
    </message>
    <message>
        <source>Spoiling the picture</source>
        <translation>Resim bozuluyor</translation>
    </message>
    <message>
        <source>Spoils the picture first, and shows how much comes back.</source>
        <translation>Önce resmi bozar, sonra ne kadarının geri geldiğini gösterir.</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Step D</source>
        <translation>D adımı</translation>
    </message>
    <message>
        <source>Step G</source>
        <translation>G adımı</translation>
    </message>
    <message>
        <source>Steps from one R1 penalty to the next, which weighs as much as all of them.</source>
        <translation>Bir R1 cezasından ötekine kadarki adımlar; her biri hepsi kadar ağır çeker.</translation>
    </message>
    <message>
        <source>Steps from one such look to the next, which weighs as much as all.</source>
        <translation>Bu bakışların birinden ötekine kadarki adımlar; her biri hepsi kadar ağır çeker.</translation>
    </message>
    <message>
        <source>Steps in which a larger size fades in, and then as many in which it stays.</source>
        <translation>Daha büyük bir boyun belirdiği adımlar; ardından bir o kadarında öyle kalır.</translation>
    </message>
    <message>
        <source>Steps of the discriminator for each step of the generator.</source>
        <translation>Üreticinin her adımı için ayırt edicinin adımları.</translation>
    </message>
    <message>
        <source>Steps that are too long</source>
        <translation>Fazla uzun adımlar</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>Çalışanı durdur</translation>
    </message>
    <message>
        <source>Stopped. Restoring again goes on where it stopped.</source>
        <translation>Durduruldu. Yeniden onarma kaldığı yerden sürer.</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Düz</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Güç</translation>
    </message>
    <message>
        <source>Style mixing</source>
        <translation>Üslup karıştırma</translation>
    </message>
    <message>
        <source>StyleGAN2</source>
        <translation>StyleGAN2</translation>
    </message>
    <message>
        <source>Take noise out of pictures, or make them larger.</source>
        <translation>Resimlerden gürültüyü almak ya da onları büyütmek.</translation>
    </message>
    <message>
        <source>Take off the list; the file stays where it is</source>
        <translation>Listeden çıkar; dosya yerinde kalır</translation>
    </message>
    <message>
        <source>Take out as much noise as each picture has</source>
        <translation>Her resimde ne kadar gürültü varsa o kadarını al</translation>
    </message>
    <message>
        <source>Take this one away</source>
        <translation>Bunu kaldır</translation>
    </message>
    <message>
        <source>Takes out noise up to σ {most}.</source>
        <translation>σ {most} değerine kadar gürültüyü alır.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Görev</translation>
    </message>
    <message>
        <source>Test on this picture</source>
        <translation>Bu resimde dene</translation>
    </message>
    <message>
        <source>The autoencoder is punished for every pixel that is off, so where it is not sure it draws the mean, which is soft. The GAN must deceive somebody, and the mean deceives nobody: its strokes are crisp, even where they are no digit. Nobody asks it to draw them all, either.</source>
        <translation>Otokodlayıcı yanlış her piksel için cezalandırılır; emin olmadığı yerde ortalamayı çizer, o da yumuşaktır. GAN&apos;ın ise birini aldatması gerekir ve ortalama kimseyi aldatmaz: rakam olmadıkları yerde bile çizgileri keskindir. Ondan hepsini çizmesini isteyen de yoktur.</translation>
    </message>
    <message>
        <source>The chosen points</source>
        <translation>Seçili noktalar</translation>
    </message>
    <message>
        <source>The direction {name} belongs to another model; find it again for this one.</source>
        <translation>{name} yönü başka bir modelin; onu bu model için yeniden bulun.</translation>
    </message>
    <message>
        <source>The direction {name} leads through random numbers, but this picture is made of styles; find the direction again among styles.</source>
        <translation>{name} yönü rastgele sayılar arasında gider, bu resim ise üsluplardan yapılmış; yönü üsluplar arasında yeniden bulun.</translation>
    </message>
    <message>
        <source>The discriminator is certain of every picture, so the generator cannot learn from it.</source>
        <translation>Ayırt edici her resimden emin; bu yüzden üretici ondan öğrenemiyor.</translation>
    </message>
    <message>
        <source>The discriminator is told how much so many pictures differ; 0: not.</source>
        <translation>Ayırt ediciye bu kadar resmin ne kadar farklı olduğu söylenir; 0: söylenmez.</translation>
    </message>
    <message>
        <source>The discriminator knows its pictures by heart: it doubts those that it has not learnt from.</source>
        <translation>Ayırt edici resimlerini ezberlemiş: öğrenmediklerinden kuşku duyuyor.</translation>
    </message>
    <message>
        <source>The discriminator learns as fast as the generator now, and sees through a picture that is repeated. Watch the samples: they have to become different.</source>
        <translation>Ayırt edici artık üretici kadar hızlı öğreniyor ve yinelenen bir resme aldanmıyor. Örnekleri izleyin: farklılaşmaları gerekir.</translation>
    </message>
    <message>
        <source>The discriminator learns too slowly, and the generator draws one picture for everything.</source>
        <translation>Ayırt edici çok yavaş öğrenir; üretici her şey için aynı resmi çizer.</translation>
    </message>
    <message>
        <source>The discriminator learnt</source>
        <translation>Ayırt edici öğrendi</translation>
    </message>
    <message>
        <source>The discriminator rests while its loss is below this; 0 never lets it.</source>
        <translation>Kaybı bunun altındayken ayırt edici dinlenir; 0 hiç dinlendirmez.</translation>
    </message>
    <message>
        <source>The discriminator takes anything for real, so the generator has nobody to learn from.</source>
        <translation>Ayırt edici her şeyi gerçek sanıyor; bu yüzden üreticinin öğreneceği kimse yok.</translation>
    </message>
    <message>
        <source>The discriminator wins</source>
        <translation>Ayırt edici kazanıyor</translation>
    </message>
    <message>
        <source>The disk of {out} is full. Free some space and start the batch again: it goes on from here.</source>
        <translation>{out} diski dolu. Yer açıp toplu işi yeniden başlatın: buradan sürer.</translation>
    </message>
    <message>
        <source>The first one becomes {path}</source>
        <translation>İlki şu olur: {path}</translation>
    </message>
    <message>
        <source>The folder {path} holds no pictures.</source>
        <translation>{path} klasöründe hiç resim yok.</translation>
    </message>
    <message>
        <source>The generator draws nearly the same few pictures again and again.</source>
        <translation>Üretici neredeyse aynı birkaç resmi tekrar tekrar çiziyor.</translation>
    </message>
    <message>
        <source>The generator learns from the doubts of the discriminator, and there are none. Look at the samples: do they become digits?</source>
        <translation>Üretici, ayırt edicinin kuşkularından öğrenir; burada ise hiç kuşku yok. Örneklere bakın: rakama dönüşüyorlar mı?</translation>
    </message>
    <message>
        <source>The generator learnt</source>
        <translation>Üretici öğrendi</translation>
    </message>
    <message>
        <source>The generator never sees an original. All that it is told is whether the discriminator was deceived.</source>
        <translation>Üretici hiç özgün resim görmez. Ona tek söylenen, ayırt edicinin aldanıp aldanmadığıdır.</translation>
    </message>
    <message>
        <source>The generator wins</source>
        <translation>Üretici kazanıyor</translation>
    </message>
    <message>
        <source>The group is empty; draw a line around some pictures first.</source>
        <translation>Grup boş; önce bazı resimlerin çevresine bir çizgi çizin.</translation>
    </message>
    <message>
        <source>The layer that sees the content; empty takes relu4_2, or relu4_1.</source>
        <translation>İçeriği gören katman; boşsa relu4_2 ya da relu4_1 alınır.</translation>
    </message>
    <message>
        <source>The learning rate is so high that the pictures never settle, until it is dropped.</source>
        <translation>Öğrenme hızı o kadar yüksektir ki, düşürülene dek resimler hiç durulmaz.</translation>
    </message>
    <message>
        <source>The learning rate of this GAN is 25 times the usual one. See how quickly the samples change. Their Fréchet distance stands under Distance: less is better.</source>
        <translation>Bu GAN&apos;ın öğrenme hızı olağanın 25 katı. Örneklerin ne kadar çabuk değiştiğine bakın. Fréchet uzaklıkları Uzaklık altında yazar: azı daha iyidir.</translation>
    </message>
    <message>
        <source>The left button draws. B is the brush, E the eraser, the square brackets change its size. The arrow keys move it, the space bar dabs, with Shift the arrow keys draw. Delete marks nothing.</source>
        <translation>Sol düğme çizer. B fırça, E silgidir; köşeli ayraçlar boyunu değiştirir. Ok tuşları taşır, boşluk tuşu bir kez basar, Shift ile ok tuşları çizer. Delete işareti kaldırır.</translation>
    </message>
    <message>
        <source>The list {path} of pictures to leave out cannot be read: {why}.</source>
        <translation>Dışlanacak resimlerin listesi {path} okunamıyor: {why}.</translation>
    </message>
    <message>
        <source>The longer side of the painting in pixels.</source>
        <translation>Tablonun uzun kenarı, piksel.</translation>
    </message>
    <message>
        <source>The loss fell from {was_loss} to {loss}, and the samples got better with it: one curve tells how it does. Next is a GAN, on the same pictures.</source>
        <translation>Kayıp {was_loss} iken {loss} değerine düştü, örnekler de onunla iyileşti: nasıl gittiğini tek eğri söyler. Sırada, aynı resimlerle bir GAN var.</translation>
    </message>
    <message>
        <source>The loss of wgan-gp has no lowest value, hence none to rest at; set d_skip to 0, or choose another loss.</source>
        <translation>wgan-gp kaybının en küçük değeri yoktur, bu yüzden dinlenecek bir eşik de yoktur; d_skip değerini 0 yapın ya da başka bir kayıp seçin.</translation>
    </message>
    <message>
        <source>The losses are no longer finite, so this step was not taken. Lower the weights.</source>
        <translation>Kayıplar artık sonlu değil; bu adım atılmadı. Ağırlıkları düşürün.</translation>
    </message>
    <message>
        <source>The losses do not fall. Each network gets better at the other&apos;s cost, so both losses swing about a level while the pictures improve. A loss of the discriminator that stays near nothing is a warning, not a success.

Real pictures score above fakes, and the two come closer with time. Where they lie at both ends, the discriminator is certain and the generator learns little from it.

What should change are the distances: Fréchet falls, coverage and recall rise, and diversity comes near 1. Together with the pictures themselves, they say how good it is.</source>
        <translation>Kayıplar düşmez. Her ağ ötekinin zararına iyileşir; bu yüzden resimler güzelleşirken iki kayıp da bir düzeyin çevresinde salınır. Ayırt edicinin sıfıra yakın kalan kaybı başarı değil, uyarıdır.

Gerçek resimler sahtelerden yüksek puan alır ve ikisi zamanla yaklaşır. Puanlar iki uçta duruyorsa ayırt edici emindir ve üretici ondan az şey öğrenir.

Değişmesi gereken, uzaklıklardır: Fréchet düşer, kapsama ve duyarlılık yükselir, çeşitlilik 1&apos;e yaklaşır. Resimlerin kendileriyle birlikte, ne kadar iyi olduğunu bunlar söyler.</translation>
    </message>
    <message>
        <source>The losses were {was_d_loss} and {was_g_loss} and are {d_loss} and {g_loss}: they tell nothing. The Fréchet distance fell from {was_frechet} to {frechet}. Now see both side by side.</source>
        <translation>Kayıplar {was_d_loss} ve {was_g_loss} idi, şimdi {d_loss} ve {g_loss}: hiçbir şey söylemiyorlar. Fréchet uzaklığı {was_frechet} iken {frechet} değerine düştü. Şimdi ikisini yan yana görün.</translation>
    </message>
    <message>
        <source>The map appears here as soon as it is laid out.</source>
        <translation>Harita yerleştirilir yerleştirilmez burada belirir.</translation>
    </message>
    <message>
        <source>The map could not be laid out by {method}: {why}.</source>
        <translation>Harita {method} ile yerleştirilemedi: {why}.</translation>
    </message>
    <message>
        <source>The mask {name} is black everywhere; paint it white where it holds.</source>
        <translation>{name} maskesi her yerde siyah; geçerli olduğu yeri beyaza boyayın.</translation>
    </message>
    <message>
        <source>The memory is full; from here on tiles of {side} pixels are painted.</source>
        <translation>Bellek dolu; buradan sonra {side} piksellik döşemeler boyanıyor.</translation>
    </message>
    <message>
        <source>The memory is full; tiles of {side} pixels go on.</source>
        <translation>Bellek doldu; {side} piksellik karolarla sürüyor.</translation>
    </message>
    <message>
        <source>The most similar real pictures appear here.</source>
        <translation>En çok benzeyen gerçek resimler burada belirir.</translation>
    </message>
    <message>
        <source>The names need {name} in them, or all pictures would have the same.</source>
        <translation>Adlarda {name} olmalı; yoksa bütün resimlerin adı aynı olur.</translation>
    </message>
    <message>
        <source>The networks chase each other: the pictures keep changing and get no better.</source>
        <translation>Ağlar birbirini kovalıyor: resimler durmadan değişiyor ve iyileşmiyor.</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>Sonraki resim</translation>
    </message>
    <message>
        <source>The picture appears here.</source>
        <translation>Resim burada belirir.</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>Önceki resim</translation>
    </message>
    <message>
        <source>The picture has noise of its own, which counts here as what should come back: a clean one tells more.</source>
        <translation>Resmin kendi gürültüsü var ve burada geri gelmesi gereken sayılıyor: temiz bir resim daha çok şey söyler.</translation>
    </message>
    <message>
        <source>The picture of step {step} is not there any more.</source>
        <translation>{step}. adımın resmi artık yok.</translation>
    </message>
    <message>
        <source>The picture to mark appears here.</source>
        <translation>İşaretlenecek resim burada belirir.</translation>
    </message>
    <message>
        <source>The picture where you are, with some styles of others.</source>
        <translation>Bulunduğunuz yerdeki resim, başkalarının bazı üsluplarıyla.</translation>
    </message>
    <message>
        <source>The pictures are too many or too large to be kept in the painting&apos;s file; save it as TIFF or JPEG.</source>
        <translation>Resimler tablonun dosyasında saklanamayacak kadar çok ya da büyük; TIFF ya da JPEG olarak kaydedin.</translation>
    </message>
    <message>
        <source>The position is damaged: what should be a direction is none.</source>
        <translation>Konum bozuk: yön olması gereken şey yön değil.</translation>
    </message>
    <message>
        <source>The position is damaged: what should be a point of a model is none.</source>
        <translation>Konum bozuk: bir modelin noktası olması gereken şey nokta değil.</translation>
    </message>
    <message>
        <source>The position is damaged: what should be a walk is none.</source>
        <translation>Konum bozuk: gezinti olması gereken şey gezinti değil.</translation>
    </message>
    <message>
        <source>The same picture again and again: mode collapse. Diversity is {diversity}, the Fréchet distance {frechet}. A slow discriminator is deceived by one picture, so the generator has no reason to draw another.</source>
        <translation>Tekrar tekrar aynı resim: kip çökmesi. Çeşitlilik {diversity}, Fréchet uzaklığı {frechet}. Yavaş bir ayırt edici tek bir resme aldanır; üreticinin başkasını çizmesi için bir neden kalmaz.</translation>
    </message>
    <message>
        <source>The same seed gives the same painting again.</source>
        <translation>Aynı tohum aynı tabloyu yeniden verir.</translation>
    </message>
    <message>
        <source>The samples are being drawn…</source>
        <translation>Örnekler çiziliyor…</translation>
    </message>
    <message>
        <source>The size of the style pictures beside the painting: more makes coarser strokes.</source>
        <translation>Stil resimlerinin tabloya göre büyüklüğü: çoğu daha kaba darbeler verir.</translation>
    </message>
    <message>
        <source>The strength of {model} must lie between {low} and {high}, but was given {value}.</source>
        <translation>{model} modelinin gücü {low} ile {high} arasında olmalı, ama {value} verildi.</translation>
    </message>
    <message>
        <source>The strongest noise a denoiser learns, as a standard deviation in 1/255.</source>
        <translation>Gürültü gidericinin öğrendiği en güçlü gürültü; 1/255 cinsinden standart sapma.</translation>
    </message>
    <message>
        <source>The strongest noise there is, as a standard deviation in 1/255.</source>
        <translation>En güçlü gürültü; 1/255 cinsinden standart sapma.</translation>
    </message>
    <message>
        <source>The training has come apart: losses or gradients have grown beyond all bounds.</source>
        <translation>Eğitim dağıldı: kayıplar ya da gradyanlar ölçüsüzce büyüdü.</translation>
    </message>
    <message>
        <source>The training has ended before it happened. Begin again, with other random numbers.</source>
        <translation>Eğitim, beklenen olmadan bitti. Başka rastgele sayılarla yeniden başlayın.</translation>
    </message>
    <message>
        <source>The weights of the model {name} are missing or are not those that its card describes; remove it and open the file that it came from again.</source>
        <translation>{name} modelinin ağırlıkları yok ya da kartında yazanlar değil; onu kaldırın ve geldiği dosyayı yeniden açın.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>Resmin bütünü (0)</translation>
    </message>
    <message>
        <source>Then give it the style of another one, or of several. A sketch appears at once; the painting itself is made on this machine while you watch.</source>
        <translation>Sonra ona başka bir resmin ya da birkaçının stilini verin. Taslak hemen belirir; tablonun kendisi siz izlerken bu makinede yapılır.</translation>
    </message>
    <message>
        <source>There are fewer pictures than components to be found in them.</source>
        <translation>İçlerinde bulunacak bileşenlerden daha az resim var.</translation>
    </message>
    <message>
        <source>There are no curves yet; let it go on a little longer.</source>
        <translation>Henüz eğri yok; biraz daha sürsün.</translation>
    </message>
    <message>
        <source>There are no features {name} to be downloaded; there are {known}.</source>
        <translation>İndirilecek {name} öznitelikleri yok; var olanlar: {known}.</translation>
    </message>
    <message>
        <source>There are no pictures in {paths}.</source>
        <translation>{paths} içinde hiç resim yok.</translation>
    </message>
    <message>
        <source>There are too few pictures to say what is usual among them.</source>
        <translation>Neyin olağan olduğunu söylemek için resim sayısı çok az.</translation>
    </message>
    <message>
        <source>There are weights for {most} style layers, but style_layers names {count}; name fewer.</source>
        <translation>{most} stil katmanı için ağırlık var, ama style_layers {count} katman sayıyor; daha azını yazın.</translation>
    </message>
    <message>
        <source>There are {count} kinds of pictures, counted from 0.</source>
        <translation>{count} tür resim var, 0&apos;dan sayılır.</translation>
    </message>
    <message>
        <source>There are {kinds} kinds of pictures, but classes is {classes}; set it to {kinds}, or to 0 to learn without labels.</source>
        <translation>{kinds} tür resim var, ama classes {classes}; onu {kinds} yapın ya da etiketsiz öğrenmek için 0.</translation>
    </message>
    <message>
        <source>There are {kinds} kinds of pictures, but classes is {classes}; set it to {kinds}.</source>
        <translation>{kinds} tür resim var, ama classes {classes}; onu {kinds} yapın.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>{path} diye bir dosya yok.</translation>
    </message>
    <message>
        <source>There is no kind {name}; there are {known}.</source>
        <translation>{name} diye bir tür yok; şunlar var: {known}.</translation>
    </message>
    <message>
        <source>There is no map by {method}; there are {methods}.</source>
        <translation>{method} diye bir harita yok; olanlar: {methods}.</translation>
    </message>
    <message>
        <source>There is no map: laying it out was cancelled.</source>
        <translation>Harita yok: yerleştirilmesi iptal edildi.</translation>
    </message>
    <message>
        <source>There is no model to restore with yet.</source>
        <translation>Onaracak bir model henüz yok.</translation>
    </message>
    <message>
        <source>There is no model yet; train one, or add a model file.</source>
        <translation>Henüz model yok; bir tane eğitin ya da bir model dosyası ekleyin.</translation>
    </message>
    <message>
        <source>There is no painting {name}, neither as a folder nor under {folder}.</source>
        <translation>{name} adlı tablo yok, ne klasör olarak ne de {folder} altında.</translation>
    </message>
    <message>
        <source>There is no painting {name}. Did you mean {near}?</source>
        <translation>{name} adlı tablo yok. Şunu mu demek istediniz: {near}?</translation>
    </message>
    <message>
        <source>There is no picture of {name} yet; paint a little longer.</source>
        <translation>{name} tablosunun henüz resmi yok; biraz daha boyayın.</translation>
    </message>
    <message>
        <source>There is no picture yet; let it go on a little longer.</source>
        <translation>Henüz resim yok; biraz daha sürsün.</translation>
    </message>
    <message>
        <source>There is no way {way} to walk; there are {ways}.</source>
        <translation>{way} diye bir gezinti yolu yok; olanlar: {ways}.</translation>
    </message>
    <message>
        <source>There is not enough memory to paint this picture; choose a smaller size.</source>
        <translation>Bu resmi boyamaya bellek yetmiyor; daha küçük bir boyut seçin.</translation>
    </message>
    <message>
        <source>There is not enough memory to restore pictures with {model}; close other programs, or choose a smaller model.</source>
        <translation>{model} ile resim onarmaya bellek yetmiyor; başka programları kapatın ya da daha küçük bir model seçin.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Gösterilecek bir şey yok.</translation>
    </message>
    <message>
        <source>These are the settings of {family}, not of a painting.</source>
        <translation>Bunlar {family} ayarları, bir tablonun değil.</translation>
    </message>
    <message>
        <source>These features have no layer {name}; they have {known}.</source>
        <translation>Bu özniteliklerde {name} katmanı yok; olanlar: {known}.</translation>
    </message>
    <message>
        <source>These keyframes belong to different models; choose those of one.</source>
        <translation>Bu anahtar kareler farklı modellerin; tek bir modelinkileri seçin.</translation>
    </message>
    <message>
        <source>These pictures have no labels: draw a loop around some of them on the map first, with the lasso.</source>
        <translation>Bu resimlerin etiketi yok: önce haritada bazılarının çevresine kementle bir halka çizin.</translation>
    </message>
    <message>
        <source>They do not: the Fréchet distance is {frechet} after {step} steps. To somebody who is certain every fake is equally wrong, so nothing tells the generator which way is better.</source>
        <translation>Dönüşmüyorlar: {step} adımdan sonra Fréchet uzaklığı {frechet}. Kesin emin olan biri için her sahte aynı ölçüde yanlıştır; bu yüzden üreticiye hangi yönün daha iyi olduğunu söyleyen bir şey yok.</translation>
    </message>
    <message>
        <source>They do not: the distance was {was_frechet}, and after {step} steps it is {frechet}. The samples change and change, as each step goes beyond what it aims at, and the next one back. Shorter steps can settle.</source>
        <translation>İyileşmiyorlar: uzaklık {was_frechet} idi, {step} adımdan sonra {frechet}. Örnekler durmadan değişiyor; çünkü her adım hedefini aşıyor, sonraki de geri dönüyor. Daha kısa adımlar durulabilir.</translation>
    </message>
    <message>
        <source>This GAN looks at pictures by their kinds, and these have none that it knows; give it pictures of the kinds that it has learnt.</source>
        <translation>Bu GAN resimlere türlerine göre bakar, bunların ise bildiği bir türü yok; ona öğrendiği türlerden resimler verin.</translation>
    </message>
    <message>
        <source>This discriminator learns at a third of its generator&apos;s pace. Wait until the pictures have been looked at: their diversity stands under Variety, among the curves.</source>
        <translation>Bu ayırt edici, üreticisinin üçte biri hızla öğreniyor. Resimlere bakılmasını bekleyin: ne kadar çeşitli oldukları eğrilerde, Çeşitlilik altında yazar.</translation>
    </message>
    <message>
        <source>This discriminator takes steps that are thirty times as long as the generator&apos;s, and six times as many. Look under Scores: how real it takes pictures to be.</source>
        <translation>Bu ayırt edici, üreticinin adımlarından otuz kat uzun ve altı kat çok adım atıyor. Puanlar altına bakın: resimleri ne kadar gerçek saydığı orada.</translation>
    </message>
    <message>
        <source>This family learns from labels, and these pictures have none: put each kind into a folder of its own, or choose the plain variational autoencoder.</source>
        <translation>Bu aile etiketlerden öğrenir, bu resimlerin ise etiketi yok: her türü kendi klasörüne koyun ya da koşulsuz varyasyonel otokodlayıcıyı seçin.</translation>
    </message>
    <message>
        <source>This is fixed while it runs.</source>
        <translation>Bu, çalışırken değişmez.</translation>
    </message>
    <message>
        <source>This is the closest that the model comes (mean squared error {error}).</source>
        <translation>Modelin en çok yaklaşabildiği bu (ortalama karesel hata {error}).</translation>
    </message>
    <message>
        <source>This map shows random points; there are no pictures behind them.</source>
        <translation>Bu harita rastgele noktalar gösteriyor; arkalarında resim yok.</translation>
    </message>
    <message>
        <source>This model does not know kinds of pictures; choose a conditional one.</source>
        <translation>Bu model resim türlerini bilmez; koşullu birini seçin.</translation>
    </message>
    <message>
        <source>This model makes pictures of {size} × {size} pixels; bring the picture to that size first.</source>
        <translation>Bu model {size} × {size} piksellik resimler yapar; önce resmi o boyuta getirin.</translation>
    </message>
    <message>
        <source>This picture is too narrow to be painted {size} pixels long; choose a size of at least {least}, or cut it.</source>
        <translation>Bu resim {size} piksel uzunlukta boyanamayacak kadar dar; en az {least} boyutu seçin ya da resmi kırpın.</translation>
    </message>
    <message>
        <source>This point does not lie in the latent space of {name}, which has {latent} numbers.</source>
        <translation>Bu nokta {name} modelinin gizil uzayında değil; o uzayda {latent} sayı var.</translation>
    </message>
    <message>
        <source>This position belongs to the model {model} (weights {sha}…), which is not here: no other one makes its picture.</source>
        <translation>Bu konum {model} modelinin (ağırlıklar {sha}…), o ise burada yok: resmini başkası yapamaz.</translation>
    </message>
    <message>
        <source>This position belongs to {model} (weights {sha}…), which is not here; get that model, or a run&apos;s checkpoint with these weights, first.</source>
        <translation>Bu konum {model} modelinin (ağırlıklar {sha}…), o ise burada yok; önce o modeli ya da bir çalışmanın bu ağırlıkları taşıyan kontrol noktasını edinin.</translation>
    </message>
    <message>
        <source>This position belongs to {model} at step {step} (weights {sha}…), not to {other}. Open that model first: no other one makes its picture.</source>
        <translation>Bu konum {other} modelinin değil, {model} modelinin {step}. adımının (ağırlıklar {sha}…). Önce o modeli açın: resmini başkası yapamaz.</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Titiz</translation>
    </message>
    <message>
        <source>Those that are finished stay; restoring again goes on with the others.</source>
        <translation>Bitenler kalır; yeniden onarma ötekilerle sürer.</translation>
    </message>
    <message>
        <source>Thousands of pictures in which adaptive augmentation can rise from never to always.</source>
        <translation>Uyarlanır çeşitlemenin hiçten her zamana çıkabileceği süre, bin resim olarak.</translation>
    </message>
    <message>
        <source>Time-lapse (GIF)…</source>
        <translation>Hızlandırılmış film (GIF)…</translation>
    </message>
    <message>
        <source>Time-lapse (MP4)…</source>
        <translation>Hızlandırılmış film (MP4)…</translation>
    </message>
    <message>
        <source>To a width</source>
        <translation>Bir genişliğe</translation>
    </message>
    <message>
        <source>To the middle of the space (Home)</source>
        <translation>Uzayın ortasına (Home)</translation>
    </message>
    <message>
        <source>Train it further</source>
        <translation>Eğitmeyi sürdür</translation>
    </message>
    <message>
        <source>Trainings that break on purpose</source>
        <translation>Bile bile bozulan eğitimler</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Kesme</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Try it on a sample</source>
        <translation>Bir örnekte dene</translation>
    </message>
    <message>
        <source>Try on other pictures</source>
        <translation>Başka resimlerde dene</translation>
    </message>
    <message>
        <source>Try on…</source>
        <translation>Şunda dene…</translation>
    </message>
    <message>
        <source>Trying each slider</source>
        <translation>Her kaydırıcı deneniyor</translation>
    </message>
    <message>
        <source>Trying out the features</source>
        <translation>Öznitelikler deneniyor</translation>
    </message>
    <message>
        <source>Trying out the model</source>
        <translation>Model deneniyor</translation>
    </message>
    <message>
        <source>Trying random points</source>
        <translation>Rastgele noktalar deneniyor</translation>
    </message>
    <message>
        <source>Trying {name} on {source}</source>
        <translation>{name}, {source} üzerinde deneniyor</translation>
    </message>
    <message>
        <source>UMAP is not installed; `pip install &apos;gendesk[umap]&apos;` brings it.</source>
        <translation>UMAP kurulu değil; `pip install &apos;gendesk[umap]&apos;` onu kurar.</translation>
    </message>
    <message>
        <source>Units in the smallest hidden layer of fully connected networks.</source>
        <translation>Tam bağlı ağların en küçük gizli katmanındaki birimler.</translation>
    </message>
    <message>
        <source>Up to five layers that see the style, from shallow to deep; empty takes each block&apos;s first.</source>
        <translation>Stili gören en çok beş katman, sığdan derine; boşsa her bloğun ilki alınır.</translation>
    </message>
    <message>
        <source>Variation (L1)</source>
        <translation>Değişim (L1)</translation>
    </message>
    <message>
        <source>Variation (L2)</source>
        <translation>Değişim (L2)</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Çeşitlilik</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Yargılar</translation>
    </message>
    <message>
        <source>Waiting for another gendesk that prepares the same pictures</source>
        <translation>Aynı resimleri hazırlayan başka bir gendesk bekleniyor</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Gezinti</translation>
    </message>
    <message>
        <source>Walk: drag to see what lies there</source>
        <translation>Gez: orada ne olduğunu görmek için sürükleyin</translation>
    </message>
    <message>
        <source>Watch the loss and the samples until all steps are done.</source>
        <translation>Bütün adımlar bitene dek kaybı ve örnekleri izleyin.</translation>
    </message>
    <message>
        <source>Watch the three of them, and the samples. Which gets better with the pictures?</source>
        <translation>Bu üçünü ve örnekleri izleyin. Resimlerle birlikte hangisi iyileşiyor?</translation>
    </message>
    <message>
        <source>Watch the two networks learn in turn.</source>
        <translation>İki ağın sırayla öğrenmesini izleyin.</translation>
    </message>
    <message>
        <source>Watercolour</source>
        <translation>Suluboya</translation>
    </message>
    <message>
        <source>Way {number}</source>
        <translation>Yön {number}</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Ağırlık</translation>
    </message>
    <message>
        <source>Weight of WGAN-GP&apos;s penalty on slopes other than 1.</source>
        <translation>WGAN-GP&apos;nin 1&apos;den farklı eğimlere verdiği cezanın ağırlığı.</translation>
    </message>
    <message>
        <source>Weight of a penalty on the discriminator&apos;s slope at real pictures; 0 is none.</source>
        <translation>Ayırt edicinin gerçek resimlerdeki eğimine verilen cezanın ağırlığı; 0 ceza yok demektir.</translation>
    </message>
    <message>
        <source>Weight of the deepest style layer: larger shapes.</source>
        <translation>En derin stil katmanının ağırlığı: büyük biçimler.</translation>
    </message>
    <message>
        <source>Weight of the fourth style layer: patterns.</source>
        <translation>Dördüncü stil katmanının ağırlığı: desenler.</translation>
    </message>
    <message>
        <source>Weight of the second style layer: lines and dots.</source>
        <translation>İkinci stil katmanının ağırlığı: çizgiler ve noktalar.</translation>
    </message>
    <message>
        <source>Weight of the shallowest style layer: colours and grain.</source>
        <translation>En sığ stil katmanının ağırlığı: renkler ve gren.</translation>
    </message>
    <message>
        <source>Weight of the squared variation: more takes grain away.</source>
        <translation>Kareli değişimin ağırlığı: çoğu greni alır.</translation>
    </message>
    <message>
        <source>Weight of the third style layer: strokes.</source>
        <translation>Üçüncü stil katmanının ağırlığı: darbeler.</translation>
    </message>
    <message>
        <source>Weight of the total variation: more makes flat areas with edges.</source>
        <translation>Toplam değişimin ağırlığı: çoğu kenarlı düz alanlar yapar.</translation>
    </message>
    <message>
        <source>Weight of the wish that equal steps change pictures equally; 0 is none.</source>
        <translation>Eşit adımların resimleri eşit ölçüde değiştirmesi isteğinin ağırlığı; 0 istek yok demektir.</translation>
    </message>
    <message>
        <source>Weights ({patterns})</source>
        <translation>Ağırlıklar ({patterns})</translation>
    </message>
    <message>
        <source>Weights from a file.</source>
        <translation>Bir dosyadaki ağırlıklar.</translation>
    </message>
    <message>
        <source>What a healthy GAN looks like</source>
        <translation>Sağlıklı bir GAN nasıl görünür</translation>
    </message>
    <message>
        <source>What changes along it, such as “thicker”</source>
        <translation>Bu yönde ne değişir, örneğin “daha kalın”</translation>
    </message>
    <message>
        <source>What compares the pictures: a model&apos;s name, vgg19, vgg16, or a file of weights.</source>
        <translation>Resimleri karşılaştıran: bir modelin adı, vgg19, vgg16 ya da bir ağırlık dosyası.</translation>
    </message>
    <message>
        <source>What counts as an error decides what is lost: squared fears large errors, absolute allows some.</source>
        <translation>Neyin hata sayıldığı neyin yitirileceğini belirler: kareli büyük hatalardan kaçınır, mutlak birkaçına izin verir.</translation>
    </message>
    <message>
        <source>What is added to the pictures that shall be cleaned.</source>
        <translation>Temizlenecek resimlere ne eklendiği.</translation>
    </message>
    <message>
        <source>What is taken from others</source>
        <translation>Başkalarından ne alındığı</translation>
    </message>
    <message>
        <source>What lies at the cursor appears here.</source>
        <translation>İmlecin olduğu yerdeki resim burada belirir.</translation>
    </message>
    <message>
        <source>What of a style is compared: products, mean and spread, or both.</source>
        <translation>Bir stilin nesi karşılaştırılır: çarpımlar, ortalama ve yayılım ya da ikisi.</translation>
    </message>
    <message>
        <source>What pictures are compared by</source>
        <translation>Resimlerin neyle karşılaştırıldığı</translation>
    </message>
    <message>
        <source>What stands on the canvas before the first step.</source>
        <translation>İlk adımdan önce tuvalde duran.</translation>
    </message>
    <message>
        <source>What the encoder takes for the picture where you are: z_mean ± z_sigma.</source>
        <translation>Kodlayıcının bulunduğunuz yerdeki resim saydıkları: z_mean ± z_sigma.</translation>
    </message>
    <message>
        <source>What the two networks want of each other.</source>
        <translation>İki ağın birbirinden ne istediği.</translation>
    </message>
    <message>
        <source>What varies most (PCA)</source>
        <translation>En çok değişen (PCA)</translation>
    </message>
    <message>
        <source>What you trained yourself.</source>
        <translation>Kendi eğittiğiniz.</translation>
    </message>
    <message>
        <source>What {name} holds beside its pixels is damaged, or no painting&apos;s recipe; save it anew from another program to use the picture alone.</source>
        <translation>{name} dosyasının pikselleri dışında tuttuğu bozuk ya da bir tablo tarifi değil; yalnız resmi kullanmak için başka bir programla yeniden kaydedin.</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Piksel olarak genişlik</translation>
    </message>
    <message>
        <source>Width of the result in pixels</source>
        <translation>Sonucun piksel olarak genişliği</translation>
    </message>
    <message>
        <source>Wild</source>
        <translation>Çılgın</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Onunla</translation>
    </message>
    <message>
        <source>Within the network (GANSpace)</source>
        <translation>Ağın içinden (GANSpace)</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Onsuz</translation>
    </message>
    <message>
        <source>Woodcut</source>
        <translation>Ağaç baskı</translation>
    </message>
    <message>
        <source>Write these pictures into a folder</source>
        <translation>Bu resimleri bir klasöre yaz</translation>
    </message>
    <message>
        <source>Writing pictures</source>
        <translation>Resimler yazılıyor</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Resim yazılıyor</translation>
    </message>
    <message>
        <source>Writing the walk</source>
        <translation>Gezinti yazılıyor</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Sizinkiler</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Sizin.</translation>
    </message>
    <message>
        <source>Zoom in to see more than the middle restored</source>
        <translation>Ortadan fazlasını onarılmış görmek için yakınlaştırın</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>yaklaşık {time} kaldı</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>mutlak</translation>
    </message>
    <message>
        <source>adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>uyarlanır</translation>
    </message>
    <message>
        <source>and a style</source>
        <translation>ve bir stil</translation>
    </message>
    <message>
        <source>average</source>
        <translation>ortalama</translation>
    </message>
    <message>
        <source>bin</source>
        <translation>çöp kutusu</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>dallandır</translation>
    </message>
    <message>
        <source>check</source>
        <translation>onay</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>karşılaştır</translation>
    </message>
    <message>
        <source>content</source>
        <translation>içerik</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopyala</translation>
    </message>
    <message>
        <source>data</source>
        <translation>veri</translation>
    </message>
    <message>
        <source>denoise</source>
        <translation>gürültü giderme</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>türevlenir</translation>
    </message>
    <message>
        <source>error {error}</source>
        <translation>hata {error}</translation>
    </message>
    <message>
        <source>export</source>
        <translation>dışa aktar</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>göz</translation>
    </message>
    <message>
        <source>fake {before} → {after}</source>
        <translation>sahte {before} → {after}</translation>
    </message>
    <message>
        <source>film</source>
        <translation>film</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>klasör</translation>
    </message>
    <message>
        <source>gram</source>
        <translation>Gram</translation>
    </message>
    <message>
        <source>held-out {before} → {after}</source>
        <translation>ayrılmış {before} → {after}</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>menteşe</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>histogram</translation>
    </message>
    <message>
        <source>image</source>
        <translation>resim</translation>
    </message>
    <message>
        <source>jpeg</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>lbfgs</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>least-squares</source>
        <translation>en küçük kareler</translation>
    </message>
    <message>
        <source>luminance</source>
        <translation>parlaklık</translation>
    </message>
    <message>
        <source>max</source>
        <translation>en büyük</translation>
    </message>
    <message>
        <source>mean-std</source>
        <translation>ortalama ve yayılım</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>karışık</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>gürültü</translation>
    </message>
    <message>
        <source>non-saturating</source>
        <translation>doymayan</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>of the discriminator</source>
        <translation>ayırt edicinin</translation>
    </message>
    <message>
        <source>patch cannot be larger than size: {patch} and {size} were given.</source>
        <translation>patch, size değerinden büyük olamaz: {patch} ve {size} verildi.</translation>
    </message>
    <message>
        <source>patch must be a multiple of 12, but was given {patch}.</source>
        <translation>patch 12&apos;nin katı olmalı, ama {patch} verildi.</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>duraklat</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>düz</translation>
    </message>
    <message>
        <source>play</source>
        <translation>oynat</translation>
    </message>
    <message>
        <source>poisson</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>yayımla</translation>
    </message>
    <message>
        <source>real {before} → {after}</source>
        <translation>gerçek {before} → {after}</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>yeniden adlandır</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>sürdür</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>tuz ve biber</translation>
    </message>
    <message>
        <source>save</source>
        <translation>kaydet</translation>
    </message>
    <message>
        <source>since step {step}</source>
        <translation>{step}. adımdan beri</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>kareli</translation>
    </message>
    <message>
        <source>stage {number} of {count}</source>
        <translation>aşama {number} / {count}</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>durdur</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>duruyor…</translation>
    </message>
    <message>
        <source>train</source>
        <translation>eğit</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>büyütme</translation>
    </message>
    <message>
        <source>wgan-gp</source>
        <translation>WGAN-GP</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{before} → {after} dB</source>
        <translation>{before} → {after} dB</translation>
    </message>
    <message>
        <source>{cells} cells of {side} pixels make a picture that few programs open; take at most {most}.</source>
        <translation>Bir kenarda {side} piksellik {cells} hücre, az programın açabildiği bir resim olur; en çok {most} alın.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} daha</translation>
    </message>
    <message>
        <source>{count} of them could not be taken; the first: {why}</source>
        <translation>{count} tanesi alınamadı; ilki: {why}</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} nokta</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} adım</translation>
    </message>
    <message numerus="yes">
        <source>{device} · %n threads</source>
        <translation>
            <numerusform>{device} · %n iş parçacığı</numerusform>
        </translation>
    </message>
    <message>
        <source>{does} {origin}</source>
        <translation>{does} {origin}</translation>
    </message>
    <message>
        <source>{done} restored, {failed} failed, {skipped} there before</source>
        <translation>{done} onarıldı, {failed} olmadı, {skipped} önceden vardı</translation>
    </message>
    <message>
        <source>{drawn} of {all} kinds drawn · line: in the data</source>
        <translation>{all} türden {drawn} tanesi çizildi · çizgi: verideki</translation>
    </message>
    <message>
        <source>{failed} of {total} pictures could not be restored.</source>
        <translation>{total} resimden {failed} tanesi onarılamadı.</translation>
    </message>
    <message>
        <source>{figure}, held-out</source>
        <translation>{figure}, ayrılmış</translation>
    </message>
    <message>
        <source>{file} must end with .json or .png.</source>
        <translation>{file} .json ya da .png ile bitmeli.</translation>
    </message>
    <message>
        <source>{file} must end with .mp4, .gif or .png (a contact sheet), or name a folder.</source>
        <translation>{file} .mp4, .gif ya da .png (kare tablosu) ile bitmeli ya da bir klasör adı olmalı.</translation>
    </message>
    <message>
        <source>{file} must end with .png.</source>
        <translation>{file} .png ile bitmeli.</translation>
    </message>
    <message>
        <source>{file} would be written over; choose another folder for the results.</source>
        <translation>{file} üzerine yazılırdı; sonuçlar için başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>{folder} is there already; choose another name.</source>
        <translation>{folder} zaten var; başka bir ad seçin.</translation>
    </message>
    <message>
        <source>{kind}: {drawn} of the samples, {wanted} of the pictures</source>
        <translation>{kind}: örneklerde {drawn}, resimlerde {wanted}</translation>
    </message>
    <message>
        <source>{label} is rare: {count} pictures, so it will be learnt least.</source>
        <translation>{label} seyrek: {count} resim var, bu yüzden en az o öğrenilecek.</translation>
    </message>
    <message>
        <source>{latent} numbers · {size} px · step {step}</source>
        <translation>{latent} sayı · {size} px · adım {step}</translation>
    </message>
    <message>
        <source>{list} leaves no pictures to learn from; shorten it.</source>
        <translation>{list} öğrenilecek resim bırakmıyor; onu kısaltın.</translation>
    </message>
    <message>
        <source>{model} does not enlarge pictures, and {name} is only {width} pixels wide; choose a model that does, or a smaller size.</source>
        <translation>{model} resim büyütmez, {name} ise yalnızca {width} piksel geniş; büyüten bir model ya da daha küçük bir boyut seçin.</translation>
    </message>
    <message>
        <source>{model} looks at more of a picture than a tile can hold. What does not fit into the memory is restored in tiles that fade into one another.</source>
        <translation>{model} bir resmin bir karonun tutabileceğinden fazlasına bakar. Belleğe sığmayan, birbirine karışan karolarla onarılır.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} ({architecture}) is made to fill holes or to redraw cut-out faces; gendesk takes models that restore or enlarge whole pictures.</source>
        <translation>{name} ({architecture}) delikleri doldurmak ya da kesilmiş yüzleri yeniden çizmek içindir; gendesk bütün resimleri onaran ya da büyüten modelleri alır.</translation>
    </message>
    <message>
        <source>{name} ({architecture}) makes {out} channels of {channels}; gendesk takes models for grey or colour pictures.</source>
        <translation>{name} ({architecture}) {channels} kanaldan {out} kanal yapar; gendesk gri ya da renkli resimler için modeller alır.</translation>
    </message>
    <message>
        <source>{name} asks for more time or memory than a model of its size needs, or for something that no model needs; it was stopped.</source>
        <translation>{name} kendi boyutundaki bir modelin gerektirdiğinden çok zaman ya da bellek, ya da hiçbir modelin gerektirmediği bir şey istiyor; durduruldu.</translation>
    </message>
    <message>
        <source>{name} can be chosen now.</source>
        <translation>{name} artık seçilebilir.</translation>
    </message>
    <message>
        <source>{name} cannot be a file&apos;s name; choose another pattern.</source>
        <translation>{name} bir dosya adı olamaz; başka bir kalıp seçin.</translation>
    </message>
    <message>
        <source>{name} cannot be a model&apos;s name: it has to work as a folder.</source>
        <translation>{name} bir modelin adı olamaz: klasör adı olabilmesi gerekir.</translation>
    </message>
    <message>
        <source>{name} cannot be a run&apos;s name: it has to work as a folder.</source>
        <translation>{name} bir çalışmanın adı olamaz: klasör adı olabilmesi gerekir.</translation>
    </message>
    <message>
        <source>{name} cannot be read: it is damaged, or holds no weights.</source>
        <translation>{name} okunamıyor: bozuk ya da içinde ağırlık yok.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} okunamıyor: {why}.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {why}.</source>
        <translation>{name} yeniden adlandırılamıyor: {why}.</translation>
    </message>
    <message>
        <source>{name} cannot be written; its name has to end in .png, .jpg, .webp or .tif.</source>
        <translation>{name} yazılamıyor; adı .png, .jpg, .webp ya da .tif ile bitmeli.</translation>
    </message>
    <message>
        <source>{name} cannot make pictures, so there is nothing to walk in.</source>
        <translation>{name} resim üretemez; bu yüzden içinde gezilecek bir şey yok.</translation>
    </message>
    <message>
        <source>{name} claims to hold more weights than fit into it; it was not opened.</source>
        <translation>{name} içine sığandan çok ağırlık barındırdığını ileri sürüyor; açılmadı.</translation>
    </message>
    <message>
        <source>{name} contradicts itself about where its weights lie; it was not opened.</source>
        <translation>{name} ağırlıklarının nerede durduğu konusunda kendisiyle çelişiyor; açılmadı.</translation>
    </message>
    <message>
        <source>{name} could not be copied: {why}.</source>
        <translation>{name} kopyalanamadı: {why}.</translation>
    </message>
    <message>
        <source>{name} does not exist.</source>
        <translation>{name} yok.</translation>
    </message>
    <message>
        <source>{name} does not restore pictures; choose a denoiser or an upscaler.</source>
        <translation>{name} resim onarmaz; bir gürültü giderici ya da büyütücü seçin.</translation>
    </message>
    <message>
        <source>{name} has already learnt {done} steps; ask for more of them to go on.</source>
        <translation>{name} zaten {done} adım öğrenmiş; sürdürmek için daha fazlasını isteyin.</translation>
    </message>
    <message>
        <source>{name} has no checkpoint at step {step}; it has {steps}.</source>
        <translation>{name} çalışmasının {step}. adımda kontrol noktası yok; olanlar: {steps}.</translation>
    </message>
    <message>
        <source>{name} has no checkpoint yet; train it a little longer.</source>
        <translation>{name} çalışmasının henüz kontrol noktası yok; biraz daha eğitin.</translation>
    </message>
    <message>
        <source>{name} has no encoder; find the picture&apos;s place by inversion.</source>
        <translation>{name} modelinin kodlayıcısı yok; resmin yerini ters çevirmeyle bulun.</translation>
    </message>
    <message>
        <source>{name} has no space {space}; there are {spaces}.</source>
        <translation>{name} modelinin {space} uzayı yok; olanlar: {spaces}.</translation>
    </message>
    <message>
        <source>{name} has no styles to mix; choose a StyleGAN.</source>
        <translation>{name} modelinin karıştırılacak üslubu yok; bir StyleGAN seçin.</translation>
    </message>
    <message>
        <source>{name} has {latent} dimensions, counted from 0; choose two of them.</source>
        <translation>{name} modelinin {latent} boyutu var, 0&apos;dan sayılır; ikisini seçin.</translation>
    </message>
    <message>
        <source>{name} has {latent} latent dimensions, which no plane can show as they are; choose pca, tsne or umap.</source>
        <translation>{name} modelinin {latent} gizil boyutu var, hiçbir düzlem bunları olduğu gibi gösteremez; pca, tsne ya da umap seçin.</translation>
    </message>
    <message>
        <source>{name} has {pixels} megapixels; at most {most} are read. Scale it down first.</source>
        <translation>{name} {pixels} megapiksel; en çok {most} megapiksel okunur. Önce küçültün.</translation>
    </message>
    <message>
        <source>{name} holds more than weights: it could run a program when it is opened. It was not opened; ask for it as .safetensors.</source>
        <translation>{name} ağırlıktan fazlasını barındırıyor: açılınca bir program çalıştırabilir. Açılmadı; onu .safetensors olarak isteyin.</translation>
    </message>
    <message>
        <source>{name} holds no weights.</source>
        <translation>{name} içinde ağırlık yok.</translation>
    </message>
    <message>
        <source>{name} holds weights of a kind that gendesk does not take ({which}).</source>
        <translation>{name} gendesk&apos;in almadığı türden ağırlıklar barındırıyor ({which}).</translation>
    </message>
    <message>
        <source>{name} holds weights of a network that gendesk does not know.</source>
        <translation>{name} gendesk&apos;in bilmediği bir ağın ağırlıklarını barındırıyor.</translation>
    </message>
    <message>
        <source>{name} is a HEIC picture, which cannot be read; export it as JPEG.</source>
        <translation>{name} bir HEIC resmi, okunamıyor; JPEG olarak dışa aktarın.</translation>
    </message>
    <message>
        <source>{name} is a TorchScript program, not weights; ask for its weights as .safetensors.</source>
        <translation>{name} bir TorchScript programı, ağırlık değil; ağırlıklarını .safetensors olarak isteyin.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation>{name} bir klasör, resim değil.</translation>
    </message>
    <message>
        <source>{name} is a model now.</source>
        <translation>{name} artık bir model.</translation>
    </message>
    <message>
        <source>{name} is a model of other people: it can restore pictures and nothing else.</source>
        <translation>{name} başkalarının modelidir: resim onarabilir, başka bir şey yapamaz.</translation>
    </message>
    <message>
        <source>{name} is a network that spandrel, as it is installed here, does not know; bring spandrel up to date.</source>
        <translation>{name} burada kurulu spandrel&apos;in bilmediği bir ağ; spandrel&apos;i güncelleyin.</translation>
    </message>
    <message>
        <source>{name} is a pipe, socket or device, not a picture.</source>
        <translation>{name} bir boru, soket ya da aygıt, resim değil.</translation>
    </message>
    <message>
        <source>{name} is a web page, not a model; download the file itself.</source>
        <translation>{name} bir web sayfası, model değil; dosyanın kendisini indirin.</translation>
    </message>
    <message>
        <source>{name} is animated; its first frame is used.</source>
        <translation>{name} hareketli; ilk karesi kullanılıyor.</translation>
    </message>
    <message>
        <source>{name} is damaged, cut short or of a rare kind, and cannot be read.</source>
        <translation>{name} bozuk, yarım kalmış ya da ender bir türden; okunamıyor.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has no pixels.</source>
        <translation>{name} bozuk: hiç pikseli yok.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has {count} scans.</source>
        <translation>{name} bozuk: {count} taraması var.</translation>
    </message>
    <message>
        <source>{name} is damaged: {why}.</source>
        <translation>{name} bozuk: {why}.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} boş.</translation>
    </message>
    <message>
        <source>{name} is not a file name.</source>
        <translation>{name} bir dosya adı değil.</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be read.</source>
        <translation>{name} okunabilen türden bir resim değil.</translation>
    </message>
    <message>
        <source>{name} is of a family that draws no pictures by itself.</source>
        <translation>{name} kendi başına resim çizmeyen bir aileden.</translation>
    </message>
    <message>
        <source>{name} must be a number, but was given {value}.</source>
        <translation>{name} bir sayı olmalıdır, ama {value} verildi.</translation>
    </message>
    <message>
        <source>{name} must be a whole number, but was given {value}.</source>
        <translation>{name} bir tam sayı olmalıdır, ama {value} verildi.</translation>
    </message>
    <message>
        <source>{name} must be a word, but was given {value}.</source>
        <translation>{name} bir sözcük olmalıdır, ama {value} verildi.</translation>
    </message>
    <message>
        <source>{name} must be one of {choices}, but was given {value}.</source>
        <translation>{name} şunlardan biri olmalıdır: {choices}; ama {value} verildi.</translation>
    </message>
    <message>
        <source>{name} must lie between {low} and {high}, but was given {value}.</source>
        <translation>{name} {low} ile {high} arasında olmalıdır, ama {value} verildi.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>{name} için var olandan daha çok bellek gerekiyor.</translation>
    </message>
    <message>
        <source>{name} painted</source>
        <translation>{name} boyandı</translation>
    </message>
    <message>
        <source>{name} says that its table of contents has {length} bytes, more than any model&apos;s; it was not opened.</source>
        <translation>{name} içindekiler tablosunun {length} bayt olduğunu söylüyor, hiçbir modelde bu kadar olmaz; açılmadı.</translation>
    </message>
    <message>
        <source>{name} should hold {expected} bytes of weights but holds {held}; get it again from where it came.</source>
        <translation>{name} {expected} bayt ağırlık barındırmalı ama {held} barındırıyor; geldiği yerden yeniden alın.</translation>
    </message>
    <message>
        <source>{name} was not finished, as it was cancelled.</source>
        <translation>{name} bitirilmedi, çünkü iptal edildi.</translation>
    </message>
    <message>
        <source>{name} was painted by a newer gendesk; update to open it.</source>
        <translation>{name} daha yeni bir gendesk ile boyanmış; açmak için güncelleyin.</translation>
    </message>
    <message>
        <source>{name} would be {width} × {height} pixels; {format} holds at most {most} along a side. Choose PNG or TIFF.</source>
        <translation>{name} {width} × {height} piksel olurdu; {format} bir kenarda en çok {most} tutar. PNG ya da TIFF seçin.</translation>
    </message>
    <message>
        <source>{name} · training</source>
        <translation>{name} · eğitiliyor</translation>
    </message>
    <message>
        <source>{name} · {width} × {height}</source>
        <translation>{name} · {width} × {height}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n pictures</source>
        <translation>
            <numerusform>{name}, %n resim</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>{option} was given more often than there are styles.</source>
        <translation>{option}, stil sayısından çok verildi.</translation>
    </message>
    <message>
        <source>{out} is a file; the paintings of a folder need one.</source>
        <translation>{out} bir dosya; bir klasörün tabloları için klasör gerekir.</translation>
    </message>
    <message>
        <source>{out} is the folder of the pictures; choose another one for the results.</source>
        <translation>{out} resimlerin klasörü; sonuçlar için başka birini seçin.</translation>
    </message>
    <message>
        <source>{path}</source>
        <translation>{path}</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} okunamıyor.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} okunamıyor: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} yazılamıyor.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} yazılamıyor: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. The run can be continued from its newest checkpoint.</source>
        <translation>{path} yazılamıyor: {why}. Çalışma, en yeni kontrol noktasından sürdürülebilir.</translation>
    </message>
    <message>
        <source>{path} could not be moved to the bin ({why}); delete the folder by hand if you want it gone for good.</source>
        <translation>{path} çöp kutusuna taşınamadı ({why}); tümüyle gitsin istiyorsanız klasörü elle silin.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of VGG-16 or VGG-19 as safetensors; set teacher to a file that does.</source>
        <translation>{path} safetensors olarak VGG-16 ya da VGG-19 ağırlıkları içermiyor; teacher için içeren bir dosya verin.</translation>
    </message>
    <message>
        <source>{path} has not one label for each picture.</source>
        <translation>{path} içinde her resme bir etiket düşmüyor.</translation>
    </message>
    <message>
        <source>{path} holds no painting&apos;s recipe; name at least one style to paint it.</source>
        <translation>{path} bir tablo tarifi içermiyor; boyamak için en az bir stil yazın.</translation>
    </message>
    <message>
        <source>{path} holds no pictures.</source>
        <translation>{path} içinde resim yok.</translation>
    </message>
    <message>
        <source>{path} holds no position; choose a position file, or a PNG that the latent explorer saved.</source>
        <translation>{path} konum içermiyor; bir konum dosyası ya da gizil uzay gezgininin kaydettiği bir PNG seçin.</translation>
    </message>
    <message>
        <source>{path} holds other files; a run needs a folder of its own.</source>
        <translation>{path} içinde başka dosyalar var; bir çalışmanın kendi klasörü olmalıdır.</translation>
    </message>
    <message>
        <source>{path} is a file; choose a folder.</source>
        <translation>{path} bir dosya; bir klasör seçin.</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the model file in it.</source>
        <translation>{path} bir klasör; içindeki model dosyasını seçin.</translation>
    </message>
    <message>
        <source>{path} is damaged: it is shorter than it says.</source>
        <translation>{path} bozuk: söylediğinden kısa.</translation>
    </message>
    <message>
        <source>{path} is missing or damaged; the painting cannot be opened.</source>
        <translation>{path} yok ya da bozuk; tablo açılamıyor.</translation>
    </message>
    <message>
        <source>{path} is neither a folder of pictures, nor a run, nor a recipe.</source>
        <translation>{path} ne bir resim klasörü, ne bir çalışma, ne de bir tarif.</translation>
    </message>
    <message>
        <source>{path} is no file or folder, or is not there any more.</source>
        <translation>{path} bir dosya ya da klasör değil ya da artık yerinde değil.</translation>
    </message>
    <message>
        <source>{path} is no folder.</source>
        <translation>{path} klasör değil.</translation>
    </message>
    <message>
        <source>{path} is no picture that gendesk can read.</source>
        <translation>{path} gendesk&apos;in okuyabildiği bir resim değil.</translation>
    </message>
    <message>
        <source>{path} is not a file of the kind that holds a model.</source>
        <translation>{path} model barındıran türden bir dosya değil.</translation>
    </message>
    <message>
        <source>{path} is not a recipe: it holds no JSON object.</source>
        <translation>{path} bir tarif değil: içinde JSON nesnesi yok.</translation>
    </message>
    <message>
        <source>{path} is not a recipe: it holds no JSON.</source>
        <translation>{path} bir tarif değil: içinde JSON yok.</translation>
    </message>
    <message>
        <source>{path} is not an IDX file of bytes.</source>
        <translation>{path} baytlardan oluşan bir IDX dosyası değil.</translation>
    </message>
    <message>
        <source>{path} was written by a newer gendesk; update this one first.</source>
        <translation>{path} daha yeni bir gendesk ile yazılmış; önce bunu güncelleyin.</translation>
    </message>
    <message>
        <source>{pattern} is no pattern for names; it may have {fields} in it.</source>
        <translation>{pattern} adlar için bir kalıp değil; içinde {fields} olabilir.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>%{percent}</translation>
    </message>
    <message>
        <source>{settings} from now on; it takes a while to show.</source>
        <translation>Bundan sonra {settings}; etkisi biraz sonra görünür.</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} tamamlandı</translation>
    </message>
    <message>
        <source>{share} · {time} left</source>
        <translation>{share} · {time} kaldı</translation>
    </message>
    <message>
        <source>{skipped} of {total} files are left out, as they cannot be read.</source>
        <translation>{total} dosyanın {skipped} tanesi okunamadığı için dışarıda bırakıldı.</translation>
    </message>
    <message>
        <source>{source} holds {count} readable pictures, but at least 2 are needed. {first}</source>
        <translation>{source} içinde okunabilir {count} resim var, ama en az 2 tane gerekir. {first}</translation>
    </message>
    <message>
        <source>{status}</source>
        <translation>{status}</translation>
    </message>
    <message>
        <source>{step} of {total}</source>
        <translation>{step} / {total}</translation>
    </message>
    <message>
        <source>{style} needs a weight above 0 behind its colon.</source>
        <translation>{style} için iki noktadan sonra 0&apos;ın üzerinde bir ağırlık gerekir.</translation>
    </message>
    <message>
        <source>{taken} of {total} tensors are taken over from the model {name}; the others begin anew.</source>
        <translation>{total} tensörden {taken} tanesi {name} modelinden devralındı; ötekiler baştan başlıyor.</translation>
    </message>
    <message>
        <source>{target} is there already, and no batch has written it; move it, or choose another folder or pattern.</source>
        <translation>{target} zaten var ve onu bir toplu iş yazmamış; onu taşıyın ya da başka bir klasör ya da kalıp seçin.</translation>
    </message>
    <message>
        <source>{title} could not be downloaded: {why}. Check the network, or put the file {name} into {folder}.</source>
        <translation>{title} indirilemedi: {why}. Ağı denetleyin ya da {name} dosyasını {folder} klasörüne koyun.</translation>
    </message>
    <message>
        <source>{title} is not here yet; download it, or choose a file that holds its weights.</source>
        <translation>{title} henüz burada değil; indirin ya da ağırlıklarını içeren bir dosya seçin.</translation>
    </message>
    <message>
        <source>{what} is neither a family ({families}) nor a recipe file nor a run.</source>
        <translation>{what} ne bir model ailesi ({families}), ne bir tarif dosyası, ne de bir çalışma.</translation>
    </message>
    <message>
        <source>{why} To paint a picture, name at least one style.</source>
        <translation>{why} Bir resmi boyamak için en az bir stil yazın.</translation>
    </message>
    <message>
        <source>{why} What was learnt before is saved; try `{command}`.</source>
        <translation>{why} Önceden öğrenilenler kayıtlı; `{command}` deneyin.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} piksel</translation>
    </message>
    <message>
        <source>{width} × {height} pixels each, {bytes}</source>
        <translation>her biri {width} × {height} piksel, {bytes}</translation>
    </message>
    <message>
        <source>{width} × {height} pixels · {bits} bits · noise σ {noise}</source>
        <translation>{width} × {height} piksel · {bits} bit · gürültü σ {noise}</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>β warm-up</source>
        <translation>β ısınması</translation>
    </message>
</context>
</TS>
