package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cards of the world say besides the usual is kept, and each row says so. */
class NothingLostOfCardsTest {

  private static CardSample cards(String... lines) {
    return CardSample.bytes(card(lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String card(String... lines) {
    return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
  }

  private static String website(CardSample file) {
    return file.rows().getFirst().companies().getFirst().company().website();
  }

  @Test
  void brokenByteLeavesQuotedPrintableUtf8() {
    var file =
        cards(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BCn;K=C3=A4the",
            "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A4ckerei Gr=C3=BCn=E2");

    assertThat(file.rows().getFirst().companies().getFirst().company().name())
        .isEqualTo("Bäckerei Grün\uFFFD");
    assertThat(file.problems(0)).containsExactly("TEXT_DAMAGED");
  }

  @Test
  void personOfCompanyCardStays() {
    var file = cards("N:Pecker;Sharon;;;", "FN:Sharon Pecker", "ORG:Acme", "X-ABShowAs:COMPANY");

    assertThat(file.person(0).name()).isEqualTo(new PersonName("Sharon", "Pecker"));
    assertThat(file.rows().getFirst().companies().getFirst().company().name()).isEqualTo("Acme");
  }

  @Test
  void nameInOrganisationCardIsKept() {
    var file = cards("KIND:org", "N:Pecker;Sharon;;;", "FN:Acme", "ORG:Acme");

    assertThat(file.rows().getFirst().companies().getFirst().company().description())
        .isEqualTo("N: Sharon Pecker");
    assertThat(file.problems(0)).containsExactly("VALUE_KEPT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URL;TYPE=home:http://nomis80.example",
        "URL:https://www.linkedin.com/in/sperreault",
        "URL;TYPE=blog:https://thoughts.example",
        "URL:https://simon-perreault.example",
      })
  void personalPageIsNoWebsiteOfTheCompany(String url) {
    var file = cards("N:Perreault;Simon;;;", "FN:Simon Perreault", "ORG:Viagénie", url);

    assertThat(website(file)).isEmpty();
    assertThat(file.person(0).description()).contains(url.substring(url.indexOf("http")));
    assertThat(file.problems(0)).containsExactly("VALUE_KEPT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"URL;TYPE=work:https://simon.example", "URL:https://www.viagenie.example"})
  void otherPageIsTheCompanys(String url) {
    var file = cards("N:Perreault;Simon;;;", "FN:Simon Perreault", "ORG:Viagénie", url);

    assertThat(website(file)).isEqualTo(url.substring(url.indexOf("http")));
  }

  @Test
  void explicitTypesAreKept() {
    var file =
        cards(
            "N:Dupont;Zoé;;;",
            "ORG:Alpha",
            "EMAIL;TYPE=other:zoe@x.example",
            "EMAIL;TYPE=school:zoe@lycee.example",
            "TEL;TYPE=other:0472000001",
            "TEL;TYPE=homefax:0472000002",
            "TEL;TYPE=workfax:0472000003",
            "TEL;TYPE=CELL:0612345678",
            "TEL;TYPE=FAX:0612345678",
            "ADR;TYPE=other:;;Rue 1;Lyon;;69002;France");

    assertThat(Shown.emails(file.person(0).emails()))
        .containsExactly("OTHER zoe@x.example *", "OTHER zoe@lycee.example");
    assertThat(Shown.phones(file.person(0).phones()))
        .containsExactly(
            "OTHER +33472000001 *",
            "FAX +33472000002",
            "FAX +33472000003",
            "MOBILE +33612345678",
            "FAX +33612345678");
    assertThat(Shown.addresses(file.person(0).addresses()).getFirst()).startsWith("OTHER");
  }

  @Test
  void certificateIsNoPhoto() {
    var file = cards("N:Dupont;Zoé;;;", "KEY;ENCODING=b:MIIC", " AAAA");

    assertThat(file.problems(0)).containsExactly("KEY_SKIPPED");
  }

  @Test
  void titleWithoutCompanyIsToldAbout() {
    var file = cards("N:Dupont;Zoé;;;", "TITLE:Directrice");

    assertThat(file.person(0).description()).isEqualTo("TITLE: Directrice");
    assertThat(file.problems(0)).containsExactly("VALUE_KEPT");
  }

  @Test
  void addressInPlaceOfNameIsNoName() {
    var file = cards("N:;;;;", "FN:zoe@x.example", "EMAIL:zoe@x.example");

    assertThat(file.person(0).name()).isEqualTo(new PersonName("", ""));
    assertThat(Shown.emails(file.person(0).emails())).containsExactly("OTHER zoe@x.example *");
    assertThat(Shown.emails(cards("N:;;;;", "FN:zoe@x.example").person(0).emails()))
        .containsExactly("OTHER zoe@x.example *");
  }

  @Test
  void agentIsKept() {
    var nested =
        """
        BEGIN:VCARD
        VERSION:2.1
        N:Friday;Fred
        AGENT:
        BEGIN:VCARD
        VERSION:2.1
        N:Friday;Susan
        TEL:+1-213-555-1234
        END:VCARD
        END:VCARD
        """;
    var escaped =
        card(
            "N:Friday;Fred;;;",
            "AGENT:BEGIN:VCARD\\nFN:Susan Thomas\\nTEL:+1-919-555-1234\\nEMAIL\\;INTERNET:"
                + "sthomas@host.example\\nEND:VCARD\\n");
    var file = CardSample.bytes((nested + escaped).getBytes(StandardCharsets.UTF_8));

    assertThat(file.rows()).hasSize(2);
    assertThat(file.person(0).description()).isEqualTo("AGENT: Susan Friday, +1-213-555-1234");
    assertThat(file.person(1).description())
        .isEqualTo("AGENT: Susan Thomas, +1-919-555-1234, sthomas@host.example");
    assertThat(file.problems(0)).containsExactly("VALUE_KEPT");
    assertThat(file.problems(1)).containsExactly("VALUE_KEPT");
  }

  @Test
  void labelThatNoKindSaysIsKept() {
    var file = cards("N:Dupont;Zoé;;;", "item1.TEL:0472000001", "item1.X-ABLabel:AssistantPhone");

    assertThat(Shown.phones(file.person(0).phones())).containsExactly("OTHER +33472000001 *");
    assertThat(file.person(0).description()).isEqualTo("AssistantPhone: 0472000001");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, Iksiński",
    "windows-1251, Иванов",
    "windows-1253, Παπαδόπουλος",
    "KOI8-R, Иванов",
    "x-MacRoman, Müller",
    "ISO-8859-15, Cœur",
    "Shift_JIS, 山田表",
    "UTF-16LE, Иванов",
  })
  void encodingIsChosen(String charset, String name) throws IOException {
    var bytes = card("N:" + name + ";Zoe;;;", "FN:Zoe " + name).getBytes(Charset.forName(charset));

    try (var rows =
        VCardFile.read(
            () -> new ByteArrayInputStream(bytes),
            Charset.forName(charset),
            ImportOptions.none(),
            CardSample.CLOCK)) {
      assertThat(new CardSample(List.of(rows.next())).person(0).name())
          .isEqualTo(new PersonName("Zoe", name));
    }
  }
}
