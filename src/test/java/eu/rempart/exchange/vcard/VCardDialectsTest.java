package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VCardDialectsTest {

  @Test
  void appleWithGroupsLabelsPhotoAndBirthdayWithoutYear() {
    var file = CardSample.resource("apple-3.0.vcf", "FR");
    var elodie = file.person(0);
    assertThat(elodie.name()).isEqualTo(new PersonName("Élodie Marie", "Lefèvre"));
    assertThat(elodie.salutation()).isEqualTo("Mme");
    assertThat(elodie.externalId()).isEqualTo("apple-1");
    assertThat(Objects.requireNonNull(elodie.birthday()).iso()).isEqualTo("--03-07");
    assertThat(elodie.description())
        .isEqualTo("Rappeler après 14 h; aime le levain, vraiment\nORG: Ventes");
    assertThat(Shown.emails(elodie.emails()))
        .containsExactly("WORK elodie@lefevre-pain.example *", "HOME e.lefevre@poste.example");
    assertThat(Shown.phones(elodie.phones()))
        .containsExactly("MOBILE +33612345678 *", "FAX +33123456789");
    assertThat(Shown.addresses(elodie.addresses()))
        .containsExactly("WORK 12 rue du Four / Bât. C | 69002 | Lyon | Rhône | FR");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Boulangerie Lefèvre");
    assertThat(link.company().website()).isEqualTo("https://lefevre-pain.example");
    assertThat(link.jobTitle()).isEqualTo("Gérante");
    assertThat(file.problems(0)).isEmpty();
    assertThat(elodie.photo()).startsWith(0xff, 0xd8, 0xff, 0xe0).hasSize(97);

    assertThat(file.rows().get(1).person()).isNull();
    var company = file.rows().get(1).companies().getFirst().company();
    assertThat(company.name()).isEqualTo("Weiß Maschinenbau GmbH");
    assertThat(Shown.phones(company.phones())).containsExactly("WORK +4930901820 *");
    assertThat(Shown.addresses(company.addresses()))
        .containsExactly("WORK Große Gasse 5 | 50667 | Köln |  | DE");
  }

  @Test
  void google() {
    var file = CardSample.resource("google-3.0.vcf", "RO");
    var stefan = file.person(0);
    assertThat(stefan.name()).isEqualTo(new PersonName("Ștefan", "Țăranu"));
    assertThat(Objects.requireNonNull(stefan.birthday()).iso()).isEqualTo("1980-02-29");
    assertThat(stefan.description()).isEqualTo("Întâlnire la târg");
    assertThat(Shown.emails(stefan.emails())).containsExactly("WORK stefan@taranu.example *");
    assertThat(Shown.phones(stefan.phones()))
        .containsExactly("MOBILE +40721234567 *", "HOME +40213101234");
    assertThat(Shown.addresses(stefan.addresses()))
        .containsExactly("HOME Strada Lungă 4 | 500035 | Brașov | Brașov | RO");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Țăranu & Fiii");
    assertThat(link.jobTitle()).isEqualTo("Director");
  }

  @Test
  void outlookInWindows1252WithQuotedPrintable() {
    var file = CardSample.resource("outlook-2.1.vcf", "FR");
    var francois = file.person(0);
    assertThat(francois.name()).isEqualTo(new PersonName("François", "Ménard"));
    assertThat(francois.salutation()).isEqualTo("M.");
    assertThat(Objects.requireNonNull(francois.birthday()).iso()).isEqualTo("1971-04-09");
    assertThat(francois.description().replace("\r", ""))
        .isEqualTo("Préfère le matin\nà l’atelier\nORG: Chantiers");
    assertThat(Shown.emails(francois.emails()))
        .containsExactly("WORK francois@menard-elec.example *");
    assertThat(Shown.phones(francois.phones()))
        .containsExactly("WORK +33381000002 *", "MOBILE +33698765432", "FAX +33381000001");
    assertThat(Shown.addresses(francois.addresses()))
        .containsExactly("WORK 3, quai de l'Île / Bâtiment B | 25000 | Besançon | Doubs | FR");
    assertThat(file.rows().getFirst().companies().getFirst().company().name())
        .isEqualTo("Électricité Ménard");
    assertThat(francois.photo()).startsWith(0xff, 0xd8, 0xff, 0xe0);
    assertThat(file.problems(0)).isEmpty();
  }

  @Test
  void androidWithSoftLineBreaksInsideOfLetters() {
    var file = CardSample.resource("android-2.1.vcf", "DE");
    assertThat(file.rows()).hasSize(2);
    var kaethe = file.person(0);
    assertThat(kaethe.name()).isEqualTo(new PersonName("Käthe", "Grün"));
    assertThat(file.rows().getFirst().cells()).containsExactly("Käthe Grün");
    assertThat(kaethe.description()).isEqualTo("Spricht Französisch");
    assertThat(Shown.phones(kaethe.phones()))
        .containsExactly("MOBILE +4915123456789 *", "OTHER +49891234560");
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Léa", "Martin"));
  }

  @Test
  void thunderbirdWithGroupsAndOrganisations() {
    var file = CardSample.resource("thunderbird-4.0.vcf", "BE");
    var wout = file.person(0);
    assertThat(wout.name()).isEqualTo(new PersonName("Wout", "Van den Broeck"));
    assertThat(wout.language()).isEqualTo("nl");
    assertThat(Objects.requireNonNull(wout.birthday()).iso()).isEqualTo("--04-01");
    assertThat(Shown.emails(wout.emails()))
        .containsExactly("HOME wout.priv@mail.example", "WORK wout@vandenbroeck.example *");
    assertThat(Shown.phones(wout.phones()))
        .containsExactly("WORK +3292223344 *", "MOBILE +32470987654");
    assertThat(Shown.addresses(wout.addresses()))
        .containsExactly("WORK Veldstraat 1 / bus 3 | 9000 | Gent | Oost-Vlaanderen | BE");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.jobTitle()).isEqualTo("Zaakvoerder");
    assertThat(link.role()).isEqualTo("decision_maker");
    assertThat(link.company().website()).isEqualTo("https://vandenbroeck.example");
    assertThat(file.problems(1)).containsExactly("GROUP");
    assertThat(file.rows().get(2).person()).isNull();
    assertThat(file.rows().get(2).companies().getFirst().company().name())
        .isEqualTo("Țesături Iași SRL");
  }
}
