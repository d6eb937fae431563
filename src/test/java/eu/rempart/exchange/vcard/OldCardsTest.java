package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** vCard 2.1: quoted-printable, charsets line by line, soft line breaks. */
class OldCardsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "Windows-1252", "UTF-8"})
  void quotedPrintableInEveryCharset(String charset) {
    var card =
        """
        BEGIN:VCARD
        VERSION:2.1
        N;CHARSET=%1$s;ENCODING=QUOTED-PRINTABLE:%2$s;%3$s;;;
        NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=%1$s:%4$s
        END:VCARD
        """
            .formatted(
                charset,
                encoded("Lefèvre", charset),
                encoded("Zoé", charset),
                encoded(
                    "Réunion à 8 h ; apporter l’été",
                    charset.equals("ISO-8859-1") ? "Windows-1252" : charset));
    var file = CardSample.bytes(card.getBytes(StandardCharsets.US_ASCII));
    assertThat(file.person(0).name()).isEqualTo(new PersonName("Zoé", "Lefèvre"));
    assertThat(file.person(0).description()).isEqualTo("Réunion à 8 h ; apporter l’été");
    assertThat(file.problems(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void softLineBreaksAlsoBeforeSpacesAndInsideOfLetters(String end) {
    var card =
        """
        BEGIN:VCARD
        VERSION:2.1
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=
        =BCller;J=C3=BCr=
        gen
        NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Erste Zeile=0D=0A=
         zweite, einger=C3=BCckt=
        \t und Schlu=C3=9F
        ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Gro=C3=9Fe Gasse 5=
        ;K=C3=B6ln;;50667;Deutschland
        TEL;CELL;VOICE:0151 12345678
        END:VCARD
        BEGIN:VCARD
        VERSION:2.1
        N:Petit;Luc
        NOTE;ENCODING=QUOTED-PRINTABLE:1+1=
        END:VCARD
        """;
    var text = card.replace("\n", end);
    var file = CardSample.bytes(text.getBytes(StandardCharsets.UTF_8));
    assertThat(file.rows()).hasSize(2);
    var jurgen = file.person(0);
    assertThat(jurgen.name()).isEqualTo(new PersonName("Jürgen", "Müller"));
    assertThat(jurgen.description().replace("\r", ""))
        .isEqualTo("Erste Zeile\n zweite, eingerückt\t und Schluß");
    assertThat(Shown.addresses(jurgen.addresses()))
        .containsExactly("WORK Große Gasse 5 | 50667 | Köln |  | DE");
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Luc", "Petit"));
    assertThat(file.person(1).description()).startsWith("1+1");
  }

  @Test
  void rawLettersOfADeclaredCharsetInFoldedLines() {
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N;CHARSET=ISO-8859-1:Ménard;Fran
         çois
        ORG;CHARSET=ISO-8859-1:Électricité Mén
         ard;Chantiers
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(Charset.forName("windows-1252")));
    assertThat(file.person(0).name()).isEqualTo(new PersonName("François", "Ménard"));
    assertThat(file.rows().getFirst().companies().getFirst().company().name())
        .isEqualTo("Électricité Ménard");
  }

  @Test
  void everythingACardSaysIsKept() {
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N:Dupont;Zoé;;;
        FN:Zoé Dupont
        NICKNAME:Zozo
        item1.ORG:Alpha SA;Achats
        item1.TITLE:Directrice
        item2.ORG:Beta SARL
        item2.TITLE:Conseillère
        ROLE:Programmeuse
        URL:https://alpha.example
        URL:https://zoe.example
        BDAY:--0307
        CATEGORIES:Clients,Salon 2025
        NOTE:Une note
        IMPP:xmpp:zoe@chat.example
        X-SKYPE:zoe.dupont
        item3.X-ABDATE:2010-06-12
        item3.X-ABLabel:_$!<Anniversary>!$_
        item4.TEL:0612345678
        item4.X-ABLabel:Portable
        X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Marc;14;;;;;;;;;;;;;
        X-ABUID:11-22
        REV:2024-01-01T00:00:00Z
        PRODID:-//x//y
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(StandardCharsets.UTF_8));
    var zoe = file.person(0);
    assertThat(Objects.requireNonNull(zoe.birthday()).iso()).isEqualTo("--03-07");
    assertThat(Shown.phones(zoe.phones())).containsExactly("MOBILE +33612345678 *");
    assertThat(file.rows().getFirst().companies())
        .extracting(link -> link.company().name() + ", " + link.jobTitle())
        .containsExactly("Alpha SA, Directrice", "Beta SARL, Conseillère");
    assertThat(file.rows().getFirst().companies().getFirst().company().website())
        .isEqualTo("https://alpha.example");
    assertThat(zoe.description().lines())
        .contains(
            "NICKNAME: Zozo",
            "Une note",
            "ORG: Achats",
            "ROLE: Programmeuse",
            "IMPP: xmpp:zoe@chat.example",
            "X-SKYPE: zoe.dupont",
            "Anniversary: 2010-06-12",
            "X-ANDROID-CUSTOM: relation: Marc");
    assertThat(zoe.tags()).containsExactly("Clients", "Salon 2025");
    assertThat(zoe.description()).doesNotContain("REV").doesNotContain("11-22");
    assertThat(zoe.description()).contains("URL: https://zoe.example");
  }

  @Test
  void aCardThatNamesNobodyIsTheCompanys() {
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N:;;;;
        FN:
        ORG:Forêt & Cie
        TEL;TYPE=WORK:+33 4 72 00 00 00
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(StandardCharsets.UTF_8));
    assertThat(file.rows().getFirst().person()).isNull();
    var house = file.rows().getFirst().companies().getFirst().company();
    assertThat(house.name()).isEqualTo("Forêt & Cie");
    assertThat(Shown.phones(house.phones())).containsExactly("WORK +33472000000 *");
  }

  @Test
  void aCardThatIsCalledAsItsOrganisationIsTheCompanys() {
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N:;;;;
        FN:Forêt & Cie
        ORG:Forêt & Cie;
        EMAIL:foret@poste.example
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        N:Forêt;Anne;;;
        FN:Anne Forêt
        ORG:Anne Forêt
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(StandardCharsets.UTF_8));

    assertThat(file.rows().getFirst().person()).isNull();
    assertThat(Shown.emails(file.rows().getFirst().companies().getFirst().company().emails()))
        .containsExactly("WORK foret@poste.example *");
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Anne", "Forêt"));
  }

  @Test
  void aTextOfTenThousandSoftLinesIsRead() {
    var note = "=C3=A9=20=\r\n".repeat(10_000);
    var card =
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Dupont;Zoe\r\n"
            + "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
            + note
            + "fin\r\nEND:VCARD\r\n";
    var file = CardSample.bytes(card.getBytes(StandardCharsets.UTF_8));

    assertThat(file.person(0).description()).isEqualTo("é ".repeat(9_500));
  }

  @Test
  void invisibleMarksAreTakenOut() {
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        N:\u202EDupont;Z\u200Boé
        FN:Zoé Dupont
        TEL:\u202A+33 6 12 34 56 78\u202C
        EMAIL:zoe\uFEFF@x.example
        END:VCARD
        """;
    var file = CardSample.bytes(card.getBytes(StandardCharsets.UTF_8));
    assertThat(file.person(0).name()).isEqualTo(new PersonName("Zoé", "Dupont"));
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("MOBILE +33612345678 *");
    assertThat(Shown.emails(file.person(0).emails())).containsExactly("OTHER zoe@x.example *");
    assertThat(file.problems(0)).isEmpty();
  }

  private static String encoded(String text, String charset) {
    var out = new StringBuilder();
    for (var b : text.getBytes(Charset.forName(charset))) {
      out.append(
          b >= ' ' && b < 127 && b != '=' && b != ';'
              ? String.valueOf((char) b)
              : "=%02X".formatted(b));
    }
    return out.toString();
  }
}
