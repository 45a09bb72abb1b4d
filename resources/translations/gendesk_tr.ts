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
        <source>--set needs knob=value, but was given {given}.</source>
        <translation>--set için ayar=değer gerekir, ama {given} verildi.</translation>
    </message>
    <message>
        <source>A few of the pictures appear here.</source>
        <translation>Resimlerden birkaçı burada görünür.</translation>
    </message>
    <message>
        <source>A model can be used in every panel. Its name:</source>
        <translation>Bir model her panelde kullanılabilir. Adı:</translation>
    </message>
    <message>
        <source>Another training is running; stop it first.</source>
        <translation>Başka bir eğitim sürüyor; önce onu durdurun.</translation>
    </message>
    <message>
        <source>Back to all runs</source>
        <translation>Bütün çalışmalara dön</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
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
        <source>Channels of the first convolution; more see more and take longer.</source>
        <translation>İlk evrişimin kanal sayısı; çoğu daha çok şey görür ama daha uzun sürer.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Kontrol noktası aralığı</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Resim klasörü seç</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Klasör seç…</translation>
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
        <source>Compare</source>
        <translation>Karşılaştır</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Bir başkasıyla karşılaştır</translation>
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
        <source>Convolutions see shapes; fully connected layers are the classic.</source>
        <translation>Evrişimler biçimleri görür; tam bağlı katmanlar klasik olandır.</translation>
    </message>
    <message>
        <source>Copy picture</source>
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
        <source>Downloading {title}</source>
        <translation>{title} indiriliyor</translation>
    </message>
    <message>
        <source>Draw each pixel black or white anew, by its brightness, at every step.</source>
        <translation>Her adımda her pikseli parlaklığına göre yeniden siyah ya da beyaz çeker.</translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation>Eğriler çiziliyor</translation>
    </message>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>Resimleri ya da klasörleri buraya bırakın</translation>
    </message>
    <message>
        <source>EMNIST</source>
        <translation>EMNIST</translation>
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
        <source>Every trained model keeps a small space of its own, in which like pictures lie close.</source>
        <translation>Eğitilmiş her modelin, benzer resimlerin yan yana durduğu küçük bir uzayı vardır.</translation>
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
        <source>Family</source>
        <translation>Model ailesi</translation>
    </message>
    <message>
        <source>FashionMNIST</source>
        <translation>FashionMNIST</translation>
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
        <source>Flowers102</source>
        <translation>Flowers102</translation>
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
        <source>How far each step goes; lower it when the curves jump.</source>
        <translation>Her adımın ne kadar ilerlediği; eğriler zıplıyorsa düşürün.</translation>
    </message>
    <message>
        <source>How many batches to learn from.</source>
        <translation>Kaç yığından (batch) öğrenileceği.</translation>
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
        <source>How much of the average before is kept at each point</source>
        <translation>Her noktada önceki ortalamanın ne kadarının korunduğu</translation>
    </message>
    <message>
        <source>How much of the result is mixed with the picture as it was.</source>
        <translation>Sonucun ne kadarının resmin eski hâliyle karıştırılacağı.</translation>
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
        <source>Keep restoring</source>
        <translation>Onarmayı sürdür</translation>
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
        <source>Learning rate</source>
        <translation>Öğrenme hızı</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Çık</translation>
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
        <source>Looking at pictures</source>
        <translation>Resimlere bakılıyor</translation>
    </message>
    <message>
        <source>Looking at runs</source>
        <translation>Çalışmalara bakılıyor</translation>
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
        <source>Makes pictures {scale} times larger.</source>
        <translation>Resimleri {scale} kat büyütür.</translation>
    </message>
    <message>
        <source>Manifold</source>
        <translation>Manifold</translation>
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
        <source>No font with letters was found on this computer.</source>
        <translation>Bu bilgisayarda harf içeren bir yazı tipi bulunamadı.</translation>
    </message>
    <message>
        <source>None of the {count} pictures could be read.</source>
        <translation>{count} resmin hiçbiri okunamadı.</translation>
    </message>
    <message>
        <source>Not built yet: it comes with a later version.</source>
        <translation>Henüz yapılmadı: sonraki bir sürümle gelecek.</translation>
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
        <source>One to one (100 %)</source>
        <translation>Bire bir (%100)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
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
        <source>OxfordIIITPet</source>
        <translation>OxfordIIITPet</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG resimleri (*.png)</translation>
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
        <source>Picture size</source>
        <translation>Resim boyutu</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Resimler</translation>
    </message>
    <message>
        <source>Pictures appear here as soon as it trains.</source>
        <translation>Eğitim başlar başlamaz resimler burada belirir.</translation>
    </message>
    <message>
        <source>Pictures in a step; fewer need less memory.</source>
        <translation>Bir adımdaki resim sayısı; azı daha az bellek ister.</translation>
    </message>
    <message>
        <source>Pictures to learn from</source>
        <translation>Öğrenilecek resimler</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Oynat</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Hassasiyet</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Önizleme aralığı</translation>
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
        <source>Repaint a picture in the style of another</source>
        <translation>Bir resmi başka birinin stiliyle yeniden boya</translation>
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
        <source>Save a checkpoint now</source>
        <translation>Şimdi bir kontrol noktası kaydet</translation>
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
        <source>Sample grid (PNG)…</source>
        <translation>Örnek tablosu (PNG)…</translation>
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
        <source>Side of the square pictures in pixels, a multiple of 4.</source>
        <translation>Kare resimlerin piksel olarak kenarı, 4&apos;ün katı.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Yumuşatma</translation>
    </message>
    <message>
        <source>Some of the pictures</source>
        <translation>Resimlerden bazıları</translation>
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
        <source>Start one</source>
        <translation>Bir tane başlat</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Eğitimi başlat</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
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
        <source>Style</source>
        <translation>Stil</translation>
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
        <source>The content of one picture, the brush strokes of another, on your own machine.</source>
        <translation>Bir resmin içeriği, bir başkasının fırça darbeleri; kendi bilgisayarınızda.</translation>
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
        <source>There are no curves yet; train a little longer.</source>
        <translation>Henüz eğri yok; biraz daha eğitin.</translation>
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
        <source>There is no picture yet; train a little longer.</source>
        <translation>Henüz resim yok; biraz daha eğitin.</translation>
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
        <source>This is fixed while the training runs.</source>
        <translation>Eğitim sürerken bu değiştirilemez.</translation>
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
        <source>Walk through what it has learnt</source>
        <translation>Öğrendiklerinin içinde gez</translation>
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
        <source>What the run holds after that checkpoint is replaced.</source>
        <translation>Çalışmanın o kontrol noktasından sonrası yenisiyle değiştirilir.</translation>
    </message>
    <message>
        <source>Where the pictures come from.</source>
        <translation>Resimlerin nereden geldiği.</translation>
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
        <source>{name} is spoilt: not all of its weights are numbers ({which}).</source>
        <translation>{name} bozulmuş: ağırlıklarının hepsi sayı değil ({which}).</translation>
    </message>
    <message>
        <source>{name} is too small to be scaled down.</source>
        <translation>{name} küçültülemeyecek kadar küçük.</translation>
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
        <source>All files (*)</source>
        <translation>Tüm dosyalar (*)</translation>
    </message>
    <message>
        <source>Another gendesk is writing to {out}; wait for it, or choose another folder.</source>
        <translation>Başka bir gendesk {out} içine yazıyor; bitmesini bekleyin ya da başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>As each picture is</source>
        <translation>Her resim nasılsa öyle</translation>
    </message>
    <message>
        <source>As much noise as each picture has</source>
        <translation>Her resimde ne kadar gürültü varsa o kadar</translation>
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
        <source>Before</source>
        <translation>Önce</translation>
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
        <source>Channels of each convolution; more see more and take longer.</source>
        <translation>Her evrişimin kanal sayısı; çoğu daha çok görür ve daha uzun sürer.</translation>
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
        <source>Choose pictures</source>
        <translation>Resim seçin</translation>
    </message>
    <message>
        <source>Choose pictures for the panel in front</source>
        <translation>Öndeki panel için resim seçin</translation>
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
        <source>Models ({patterns})</source>
        <translation>Modeller ({patterns})</translation>
    </message>
    <message>
        <source>Models of other people need spandrel, which is not installed; install it with: pip install &apos;gendesk[community]&apos;</source>
        <translation>Başkalarının modelleri için spandrel gerekir, kurulu değil; şununla kurun: pip install &apos;gendesk[community]&apos;</translation>
    </message>
    <message>
        <source>Most noise</source>
        <translation>En çok gürültü</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Adlar</translation>
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
        <source>One model</source>
        <translation>Tek model</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Klasör aç…</translation>
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
        <source>Pairs of convolutions; more look further around each pixel.</source>
        <translation>Evrişim çiftleri; çoğu her pikselin çevresine daha geniş bakar.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Parça</translation>
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
        <source>Pictures to restore</source>
        <translation>Onarılacak resimler</translation>
    </message>
    <message>
        <source>Pixel for pixel (1)</source>
        <translation>Bire bir piksel (1)</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Örnek hazırlanıyor</translation>
    </message>
    <message>
        <source>Progress of restoring</source>
        <translation>Onarımın ilerleyişi</translation>
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
        <source>Rebuild pictures as they are, or clean pictures from noisy ones, or large ones from small ones.</source>
        <translation>Resimleri oldukları gibi kurmak, gürültülülerden temizlerini ya da küçüklerden büyüklerini çıkarmak.</translation>
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
        <source>Restore all…</source>
        <translation>Tümünü onar…</translation>
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
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>SSIM before</source>
        <translation>Önceki SSIM</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Resmi kaydet…</translation>
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
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Sonucun boyutu</translation>
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
        <source>Start training, or restoring all</source>
        <translation>Eğitimi ya da tümünü onarmayı başlat</translation>
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
        <source>Strength</source>
        <translation>Güç</translation>
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
        <source>The memory is full; tiles of {side} pixels go on.</source>
        <translation>Bellek doldu; {side} piksellik karolarla sürüyor.</translation>
    </message>
    <message>
        <source>The names need {name} in them, or all pictures would have the same.</source>
        <translation>Adlarda {name} olmalı; yoksa bütün resimlerin adı aynı olur.</translation>
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
        <source>The weights of the model {name} are missing or are not those that its card describes; remove it and open the file that it came from again.</source>
        <translation>{name} modelinin ağırlıkları yok ya da kartında yazanlar değil; onu kaldırın ve geldiği dosyayı yeniden açın.</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>Resmin bütünü (0)</translation>
    </message>
    <message>
        <source>There are no pictures in {paths}.</source>
        <translation>{paths} içinde hiç resim yok.</translation>
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
        <source>There is no model to restore with yet.</source>
        <translation>Onaracak bir model henüz yok.</translation>
    </message>
    <message>
        <source>There is no model yet; train one, or add a model file.</source>
        <translation>Henüz model yok; bir tane eğitin ya da bir model dosyası ekleyin.</translation>
    </message>
    <message>
        <source>There is not enough memory to restore pictures with {model}; close other programs, or choose a smaller model.</source>
        <translation>{model} ile resim onarmaya bellek yetmiyor; başka programları kapatın ya da daha küçük bir model seçin.</translation>
    </message>
    <message>
        <source>This family learns from labels, and these pictures have none: put each kind into a folder of its own, or choose the plain variational autoencoder.</source>
        <translation>Bu aile etiketlerden öğrenir, bu resimlerin ise etiketi yok: her türü kendi klasörüne koyun ya da koşulsuz varyasyonel otokodlayıcıyı seçin.</translation>
    </message>
    <message>
        <source>This model does not know kinds of pictures; choose a conditional one.</source>
        <translation>Bu model resim türlerini bilmez; koşullu birini seçin.</translation>
    </message>
    <message>
        <source>Those that are finished stay; restoring again goes on with the others.</source>
        <translation>Bitenler kalır; yeniden onarma ötekilerle sürer.</translation>
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
        <source>Trying out the model</source>
        <translation>Model deneniyor</translation>
    </message>
    <message>
        <source>Trying {name} on {source}</source>
        <translation>{name}, {source} üzerinde deneniyor</translation>
    </message>
    <message>
        <source>Waiting for another gendesk that prepares the same pictures</source>
        <translation>Aynı resimleri hazırlayan başka bir gendesk bekleniyor</translation>
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
        <source>Width in pixels</source>
        <translation>Piksel olarak genişlik</translation>
    </message>
    <message>
        <source>Width of the result in pixels</source>
        <translation>Sonucun piksel olarak genişliği</translation>
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
        <source>denoise</source>
        <translation>gürültü giderme</translation>
    </message>
    <message>
        <source>jpeg</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>karışık</translation>
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
        <source>plain</source>
        <translation>düz</translation>
    </message>
    <message>
        <source>poisson</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>salt and pepper</source>
        <translation>tuz ve biber</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>kareli</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>duruyor…</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>büyütme</translation>
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
        <source>{count} of them could not be taken; the first: {why}</source>
        <translation>{count} tanesi alınamadı; ilki: {why}</translation>
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
        <source>{failed} of {total} pictures could not be restored.</source>
        <translation>{total} resimden {failed} tanesi onarılamadı.</translation>
    </message>
    <message>
        <source>{figure}, held-out</source>
        <translation>{figure}, ayrılmış</translation>
    </message>
    <message>
        <source>{file} would be written over; choose another folder for the results.</source>
        <translation>{file} üzerine yazılırdı; sonuçlar için başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>{label} is rare: {count} pictures, so it will be learnt least.</source>
        <translation>{label} seyrek: {count} resim var, bu yüzden en az o öğrenilecek.</translation>
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
        <source>{name} could not be restored ({kind}: {what}).</source>
        <translation>{name} onarılamadı ({kind}: {what}).</translation>
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
        <source>{name} is being trained by another process.</source>
        <translation>{name} başka bir süreç tarafından eğitiliyor.</translation>
    </message>
    <message>
        <source>{name} is being trained by process {pid} on {host}.</source>
        <translation>{name}, {host} üzerindeki {pid} süreci tarafından eğitiliyor.</translation>
    </message>
    <message>
        <source>{name} is being trained; stop it first.</source>
        <translation>{name} eğitiliyor; önce durdurun.</translation>
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
        <source>{name} would be {width} × {height} pixels; {format} holds at most {most} along a side. Choose PNG or TIFF.</source>
        <translation>{name} {width} × {height} piksel olurdu; {format} bir kenarda en çok {most} tutar. PNG ya da TIFF seçin.</translation>
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
        <source>{path} has not one label for each picture.</source>
        <translation>{path} içinde her resme bir etiket düşmüyor.</translation>
    </message>
    <message>
        <source>{path} holds no pictures.</source>
        <translation>{path} içinde resim yok.</translation>
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
        <source>{path} is neither a folder of pictures, nor a run, nor a recipe.</source>
        <translation>{path} ne bir resim klasörü, ne bir çalışma, ne de bir tarif.</translation>
    </message>
    <message>
        <source>{path} is no file or folder, or is not there any more.</source>
        <translation>{path} bir dosya ya da klasör değil ya da artık yerinde değil.</translation>
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
        <source>{pattern} is no pattern for names; it may have {fields} in it.</source>
        <translation>{pattern} adlar için bir kalıp değil; içinde {fields} olabilir.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>%{percent}</translation>
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
        <source>{target} is there already, and no batch has written it; move it, or choose another folder or pattern.</source>
        <translation>{target} zaten var ve onu bir toplu iş yazmamış; onu taşıyın ya da başka bir klasör ya da kalıp seçin.</translation>
    </message>
    <message>
        <source>{title} could not be downloaded: {why}. Check the network, or put the file {name} into {folder}.</source>
        <translation>{title} indirilemedi: {why}. Ağı denetleyin ya da {name} dosyasını {folder} klasörüne koyun.</translation>
    </message>
    <message>
        <source>{what} is neither a family ({families}) nor a recipe file nor a run.</source>
        <translation>{what} ne bir model ailesi ({families}), ne bir tarif dosyası, ne de bir çalışma.</translation>
    </message>
    <message>
        <source>{why} What was learnt before is saved; try `{command}`.</source>
        <translation>{why} Önceden öğrenilenler kayıtlı; `{command}` deneyin.</translation>
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
