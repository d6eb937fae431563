package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BadCardsTest {

  private static final String GOOD =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Dupont;Zoé;;;\r\nFN:Zoé Dupont\r\nEND:VCARD\r\n";

  @Test
  void aFileWithoutCardsIsRefused() {
    assertThatThrownBy(() -> CardSample.bytes(utf8("Nom,Email\nDupont,a@x.example\n")))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.NO_CARDS));
    assertThatThrownBy(() -> CardSample.bytes(new byte[0]))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.EMPTY));
  }

  @Test
  void cardsAreRecognisedInAnyEncoding() throws IOException {
    for (var charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
      var bytes = GOOD.getBytes(charset);
      assertThat(VCardFile.recognises(() -> new ByteArrayInputStream(bytes))).isTrue();
      assertThat(CardSample.bytes(bytes).person(0).name().full()).isEqualTo("Zoé Dupont");
    }
    var marked = utf8("\uFEFF" + GOOD);
    assertThat(CardSample.bytes(marked).rows()).hasSize(1);
    var table = utf8("Nom,Email\n");
    assertThat(VCardFile.recognises(() -> new ByteArrayInputStream(table))).isFalse();
  }

  @Test
  void aCardWithoutEndIsRefusedAndTheNextOneIsRead() {
    var file =
        CardSample.bytes(utf8("BEGIN:VCARD\nVERSION:3.0\nFN:Sans Fin\n" + GOOD + "BEGIN:VCARD\n"));
    assertThat(file.problems(0)).containsExactly("CARD_BROKEN");
    assertThat(file.person(1).name().full()).isEqualTo("Zoé Dupont");
    assertThat(file.problems(2)).containsExactly("CARD_BROKEN");
    assertThat(file.rows().get(2).number()).isEqualTo(3);
  }

  @Test
  void aWrongDeclaredEncodingIsNotBelieved() {
    var card =
        """
        BEGIN:VCARD
        VERSION:2.1
        N;CHARSET=UTF-8:Lefèvre;Zoé
        NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:No=EBl
        ORG;CHARSET=NO-SUCH:Forêt
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(Charset.forName("windows-1252")));
    assertThat(file.person(0).name().full()).isEqualTo("Zoé Lefèvre");
    assertThat(file.person(0).description()).isEqualTo("Noël");
    assertThat(file.rows().getFirst().companies().getFirst().company().name()).isEqualTo("Forêt");
  }

  @Test
  void hugePhotosAreReadPastAndHugeTextsRefused() {
    var photo =
        "BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:"
            + "A".repeat(3_000_000)
            + "\nFN:Zoé Dupont\nEND:VCARD\n";
    var note =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Dupont\nNOTE:" + "A".repeat(3_000_000) + "\nEND:VCARD\n";
    var file = CardSample.bytes(utf8(photo + note + GOOD));
    assertThat(file.problems(0)).containsExactly("PHOTO_SKIPPED");
    assertThat(file.person(0).name().full()).isEqualTo("Zoé Dupont");
    assertThat(file.problems(1)).containsExactly("CARD_TOO_LARGE");
    assertThat(file.person(2).name().full()).isEqualTo("Zoé Dupont");
  }

  @Test
  void nonsenseInACardIsKeptAsText() {
    var file =
        CardSample.bytes(
            utf8(
                """
                BEGIN:VCARD
                VERSION:3.0
                FN:<b>Zoé</b> Dupont
                EMAIL:zoé chez x
                TEL:3.36E+10
                BDAY:le 7
                ADR:;;;;;;Atlantide
                END:VCARD
                """));
    assertThat(file.problems(0))
        .containsExactlyInAnyOrder(
            "EMAIL_INVALID", "PHONE_MANGLED", "DATE_INVALID", "COUNTRY_UNKNOWN");
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("OTHER 3.36E+10 * !");
    assertThat(file.person(0).name().first()).isEqualTo("<b>Zoé</b>");
    assertThat(file.person(0).description()).contains("BDAY: le 7");
  }

  @Test
  void aCardWithoutNameOrContactIsRefused() {
    var file = CardSample.bytes(utf8("BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD\n"));
    assertThat(file.problems(0)).containsExactly("NAME_MISSING");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
