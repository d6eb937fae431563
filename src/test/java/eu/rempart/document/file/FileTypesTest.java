package eu.rempart.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.picture.TestPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {

  private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
  private static final String HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String type(String name, byte[] content) throws FileRefusedException {
    return FileTypes.of(FileName.of(name), content);
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(bytes("<Types/>"));
    }
    return out.toByteArray();
  }

  private static byte[] program() {
    byte[] program = new byte[512];
    program[0] = 'M';
    program[1] = 'Z';
    program[0x3c] = 0x40;
    program[0x40] = 'P';
    program[0x41] = 'E';
    return program;
  }

  @Test
  void theTypeIsWhatIsInside() throws Exception {
    assertThat(type("a.pdf", bytes(PDF))).isEqualTo("application/pdf");
    assertThat(type("nameless", bytes(PDF))).isEqualTo("application/pdf");
    assertThat(type("a.png", TestPictures.file("png", 9, 9))).isEqualTo("image/png");
    assertThat(type("a.csv", bytes("a,b\n1,2\n"))).isEqualTo("text/csv");
    assertThat(type("a.csv", bytes("Article;Price\nHemp;12\n"))).isEqualTo("text/csv");
    assertThat(type("a.txt", bytes("plain"))).isEqualTo("text/plain");
    assertThat(type("a.xlsx", zip()))
        .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(type("a.svg", bytes(SVG))).isEqualTo("image/svg+xml");
    assertThat(type("a.html", bytes(HTML))).isEqualTo("text/html");
    assertThat(type("unknown.abc", new byte[] {1, 2, 3, 0, 5}))
        .isEqualTo("application/octet-stream");
  }

  @Test
  void aPictureUnderAnotherPicturesNameIsWhatItIs() throws Exception {
    assertThat(type("photo.jpg", TestPictures.file("png", 9, 9))).isEqualTo("image/png");
  }

  @ParameterizedTest
  @CsvSource({"invoice.pdf", "photo.jpg", "letter.docx", "table.xlsx", "notes.txt"})
  void aProgramInDisguiseIsRefused(String name) {
    assertThatThrownBy(() -> type(name, program())).isInstanceOf(FileRefusedException.class);
  }

  @ParameterizedTest
  @CsvSource({"photo.png", "photo.jpg", "invoice.pdf"})
  void aPageOrADrawingInDisguiseIsRefused(String name) {
    assertThatThrownBy(() -> type(name, bytes(HTML))).isInstanceOf(FileRefusedException.class);
    assertThatThrownBy(() -> type(name, bytes(SVG))).isInstanceOf(FileRefusedException.class);
  }

  @Test
  void anArchiveThatSaysItIsAPdfIsRefused() {
    assertThatThrownBy(() -> type("invoice.pdf", zip())).isInstanceOf(FileRefusedException.class);
  }

  @Test
  void aProgramThatSaysSoIsOnlyKept() throws Exception {
    assertThat(type("setup.exe", program())).contains("dosexec").startsWith("application/");
  }
}
