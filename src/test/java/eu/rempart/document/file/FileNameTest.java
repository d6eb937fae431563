package eu.rempart.document.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "contract.pdf, contract.pdf",
    "../../x, x",
    "..\\..\\windows\\system32\\x.dll, x.dll",
    "C:\\temp\\offer.docx, offer.docx",
    "/etc/passwd, passwd",
    "'a\u202Egpj.exe', agpj.exe",
    "'new\nline\u0000.txt', newline.txt",
    "'.htaccess', htaccess",
    "'..', file",
    "'   ', file",
    "'con.txt', _con.txt",
    "'a<b>c:d|e?.txt', a_b_c_d_e_.txt",
    "'ends. ', ends",
    "'Été à Zürich 🦊.png', Été à Zürich 🦊.png"
  })
  void aNameIsOneThatAnySystemCanStore(String given, String kept) {
    assertThat(FileName.of(given).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"a.PDF, pdf, a", "archive.tar.gz, gz, archive.tar", "none, '', none"})
  void anEndingIsWhatFollowsTheLastDot(String name, String ending, String stem) {
    assertThat(FileName.of(name).ending()).isEqualTo(ending);
    assertThat(FileName.of(name).stem()).isEqualTo(stem);
  }

  @org.junit.jupiter.api.Test
  void aLongNameKeepsItsEnding() {
    String kept = FileName.of("x".repeat(500) + ".pdf").value();
    assertThat(kept).hasSize(FileName.MAX).endsWith("x.pdf");
  }

  @org.junit.jupiter.api.Test
  void whateverIsGivenIsOneSafeName() {
    java.util.Random random = new java.util.Random(4);
    String hostile = "./\\:*?\"<>| \u0000\u202E\u200Bab\n\ud83e\udd8a\ud83e.con";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder given = new StringBuilder();
      random
          .ints(random.nextInt(300), 0, hostile.length())
          .forEach(at -> given.append(hostile.charAt(at)));
      String kept = FileName.of(given.toString()).value();

      assertThat(kept).isNotBlank().hasSizeLessThanOrEqualTo(FileName.MAX + 1);
      assertThat(kept)
          .doesNotContainPattern("[/\\\\\\p{Cntrl}<>:\"|?*\u202E]")
          .doesNotStartWith(".");
      assertThat(FileName.of(kept).value()).as("again").isEqualTo(kept);
    }
  }
}
