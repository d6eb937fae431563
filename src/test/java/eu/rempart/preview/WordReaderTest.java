package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of files, for the index. */
class WordReaderTest {

  private final WordReader reader = new WordReader();

  private Optional<String> words(String type, byte[] file) throws IOException {
    return reader.words(type, file.length, () -> new ByteArrayInputStream(file));
  }

  private Optional<String> words(String type, String text) throws IOException {
    return words(type, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void wordsComeOnceWithoutTheMarksAroundThem() throws IOException {
    assertThat(words("text/plain", "The contract (THE contract!) of jane.doe@x.example: 12-34/5…"))
        .contains("The contract of jane.doe@x.example 12-34/5");
    assertThat(words("text/html", "<p>Hello <b>wor</b>ld<script>evil()</script></p>"))
        .contains("Hello world");
    assertThat(words("text/plain", " -- … \n")).isEmpty();
  }

  @Test
  void everyTypeThatIsPreviewedHasWords() throws IOException {
    assertThat(words(MediaTypes.PDF, OfficeFiles.pdf("Alpha beta", "gamma Beta")))
        .contains("Alpha beta gamma");
    assertThat(words(MediaTypes.DOCX, OfficeFiles.letter("Con", "tract"))).contains("Contract End");
    assertThat(words(MediaTypes.XLS, OfficeFiles.oldWorkbook(1))).contains("Quartz 0 12.50 25");
    assertThat(
            words(
                MediaTypes.XLSX,
                OfficeFiles.zip(
                    java.util.Map.of(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>Invoice</t></si><si><r><t>Pa</t></r><r><t>id</t></r></si></sst>"))))
        .contains("Invoice Paid");
    assertThat(
            words(
                MediaTypes.XLSX,
                OfficeFiles.zip(
                    java.util.Map.of(
                        "xl/worksheets/sheet1.xml",
                        "<s><c t=\"s\"><v>7</v></c><c><v>4711</v></c>"
                            + "<c t=\"inlineStr\"><is><t>in line</t></is></c></s>"))))
        .contains("4711 in line");
    assertThat(
            words(MediaTypes.ODS, OfficeFiles.openDocument("<text:p>a</text:p><text:p>b</text:p>")))
        .contains("a b");
  }

  @Test
  void theFirstWordsCountWhereThereAreTooMany() throws IOException {
    String many =
        IntStream.range(0, 200_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    assertThat(words("text/plain", many).orElseThrow())
        .startsWith("word0 word1 ")
        .hasSizeBetween(WordReader.MOST - 20, WordReader.MOST);
    assertThat(words("text/plain", "漢".repeat(100_000)).orElseThrow()).hasSizeLessThan(130);
  }

  @Test
  void whatCanNotBeReadHasNone() throws IOException {
    assertThat(words("application/zip", "PK")).isEmpty();
    assertThat(words("image/png", "PNG")).isEmpty();
    assertThat(words(MediaTypes.PDF, Arrays.copyOf(OfficeFiles.pdf("x"), 200))).isEmpty();
    assertThat(words(MediaTypes.DOC, "no letter")).isEmpty();
  }

  @Test
  void noAnswerIsNotTheSameAsNoWords() {
    byte[] file = {'x'};
    assertThatThrownBy(
            () -> WordReaders.hasty().words("text/plain", 1, () -> new ByteArrayInputStream(file)))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void aJarWithOthersInItIsStartedByItsLauncher(@TempDir Path folder) throws IOException {
    String launcher = "org/springframework/boot/loader/launch/PropertiesLauncher.class";
    String packed = jar(folder.resolve("packed.jar"), "BOOT-INF/classes/", launcher).toString();
    String closed = jar(folder.resolve("closed.jar"), "BOOT-INF/classes/").toString();
    String extracted = jar(folder.resolve("extracted.jar"), "eu/rempart/").toString();

    assertThat(WordReaders.startedFrom(packed).isReady()).isTrue();
    assertThat(WordReaders.startedFrom(closed).isReady()).isFalse();
    assertThat(WordReaders.startedFrom(extracted).isReady()).isTrue();
    assertThat(WordReaders.startedFrom(folder.toString()).isReady()).isTrue();
    assertThat(WordReaders.startedFrom(closed + File.pathSeparator + extracted).isReady()).isTrue();
    assertThat(reader.isReady()).isTrue();

    String main = PreviewMain.class.getName();
    assertThat(new PreviewClassPath(packed).arguments())
        .contains("-Dloader.main=" + main)
        .endsWith("-cp", packed, launcher.replace('/', '.').replace(".class", ""));
    assertThat(new PreviewClassPath(extracted).arguments()).containsExactly("-cp", extracted, main);
  }

  private static Path jar(Path path, String... entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
      }
    }
    return path;
  }
}
