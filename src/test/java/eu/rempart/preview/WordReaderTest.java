package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
}
