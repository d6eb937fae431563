package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.value.DateOrder;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AddressBookFilesTest {

  @Test
  void googleContacts() {
    var file = CsvSample.resource("google.csv", "FR");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.GOOGLE);

    var elodie = file.person(0);
    assertThat(elodie.name()).isEqualTo(new PersonName("Élodie Marie", "Lefèvre"));
    assertThat(elodie.salutation()).isEqualTo("Mme");
    assertThat(Objects.requireNonNull(elodie.birthday()).iso()).isEqualTo("--03-07");
    assertThat(elodie.description()).isEqualTo("Rappeler après 14 h\nAime le levain");
    assertThat(elodie.tags()).containsExactly("Clients");
    assertThat(Shown.emails(elodie.emails()))
        .containsExactly(
            "HOME elodie@lefevre-pain.example",
            "HOME e.lefevre@poste.example",
            "WORK contact@lefevre-pain.example *");
    assertThat(Shown.phones(elodie.phones()))
        .containsExactly("MOBILE +33612345678", "MOBILE +33711223344", "WORK +33123456789 *");
    assertThat(Shown.addresses(elodie.addresses()))
        .containsExactly("WORK 12 rue du Four / BP 12 | 69002 | Lyon | Rhône | FR");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Boulangerie Lefèvre");
    assertThat(link.company().website()).isEqualTo("https://lefevre-pain.example");
    assertThat(link.jobTitle()).isEqualTo("Gérante");

    var stefan = file.person(1);
    assertThat(stefan.name()).isEqualTo(new PersonName("Ștefan", "Țăranu"));
    assertThat(Objects.requireNonNull(stefan.birthday()).iso()).isEqualTo("1980-02-29");
    assertThat(Shown.phones(stefan.phones())).containsExactly("HOME +40213101234 *");
    assertThat(Shown.emails(stefan.emails()))
        .containsExactly("OTHER stefan.taranu@exemplu.example *");
    assertThat(file.rows().get(1).companies()).isEmpty();
    assertThat(file.rows()).allMatch(r -> r.problems().isEmpty());
  }

  @Test
  void googleContactsBefore2024() {
    var file = CsvSample.resource("google-2023.csv", "DE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.GOOGLE_2023);
    var joerg = file.person(0);
    assertThat(joerg.name()).isEqualTo(new PersonName("Jörg", "Weiß"));
    assertThat(joerg.language()).isEqualTo("de");
    assertThat(joerg.description())
        .contains("Messekontakt")
        .contains("Organization 1 - Department: Leitung");
    assertThat(Shown.phones(joerg.phones())).containsExactly("FAX +4930901820 *");
    assertThat(Shown.addresses(joerg.addresses()))
        .containsExactly("HOME Große Gasse 5 | 50667 | Köln |  | DE");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Weiß Maschinenbau GmbH");
    assertThat(link.jobTitle()).isEqualTo("Geschäftsführer");
  }

  @Test
  void outlookInEnglish() {
    var file = CsvSample.resource("outlook-en.csv", "BE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.OUTLOOK_EN);
    assertThat(file.inspection().headers().getFirst()).isEqualTo("First Name");
    assertThat(file.inspection().dialect().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
    var ann = file.person(0);
    assertThat(ann.name()).isEqualTo(new PersonName("Ann Grace", "O'Neill PhD"));
    assertThat(ann.salutation()).isEqualTo("Ms.");
    assertThat(Objects.requireNonNull(ann.birthday()).iso()).isEqualTo("1979-12-31");
    assertThat(Shown.emails(ann.emails()))
        .containsExactly("WORK ann@oneill-partners.example *", "WORK ann.home@mail.example");
    assertThat(Shown.phones(ann.phones()))
        .containsExactly(
            "HOME +3225112233 *",
            "WORK +3225551212",
            "MOBILE +32470123456",
            "PAGER 0800 12",
            "FAX +3225551213");
    assertThat(Shown.addresses(ann.addresses()))
        .containsExactly(
            "WORK Rue de la Loi 16 / Box 4 | 1000 | Brussels | Brussels-Capital | BE",
            "HOME Meir 1 | 2000 | Antwerpen |  | BE");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(Shown.phones(link.company().phones())).containsExactly("WORK +3225551200 *");
    assertThat(link.jobTitle()).isEqualTo("Partner");
    assertThat(file.person(1).birthday()).isNull();
    assertThat(file.problems(1)).isEmpty();
  }

  @Test
  void outlookInFrench() {
    var file = CsvSample.resource("outlook-fr.csv", "FR");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.OUTLOOK_FR);
    assertThat(file.inspection().dialect().charset()).isEqualTo(TextEncoding.WINDOWS_1252);
    assertThat(file.inspection().notes()).containsExactly(FileProblem.DUPLICATE_HEADERS);
    var francois = file.person(0);
    assertThat(francois.name()).isEqualTo(new PersonName("François", "Ménard"));
    assertThat(francois.salutation()).isEqualTo("M.");
    assertThat(francois.language()).isEqualTo("fr");
    assertThat(Objects.requireNonNull(francois.birthday()).iso()).isEqualTo("1971-04-09");
    assertThat(francois.description())
        .isEqualTo("Service: Chantiers\nPréfère le matin\nà l’atelier – 10 €");
    assertThat(francois.tags()).containsExactly("Fournisseurs");
    assertThat(Shown.phones(francois.phones()))
        .containsExactly(
            "FAX +33381000001 *", "WORK +33381000002", "HOME +33384000003", "MOBILE +33698765432");
    assertThat(Shown.addresses(francois.addresses()))
        .containsExactly(
            "WORK 3, quai de l'Île / Bâtiment B | 25000 | Besançon | Doubs | FR",
            "HOME 8 impasse Nœud | 39100 | Dole | Jura | FR");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.jobTitle()).isEqualTo("Directeur");
    assertThat(link.company().name()).isEqualTo("Électricité Ménard");
    assertThat(Shown.phones(link.company().phones())).containsExactly("WORK +33381000000 *");
    assertThat(file.problems(0)).isEmpty();
  }

  @Test
  void outlookInGerman() {
    var file = CsvSample.resource("outlook-de.csv", "DE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.OUTLOOK_DE);
    var kaethe = file.person(0);
    assertThat(kaethe.name()).isEqualTo(new PersonName("Käthe Maria", "Grün"));
    assertThat(kaethe.salutation()).isEqualTo("Frau");
    assertThat(kaethe.language()).isEqualTo("de");
    assertThat(Objects.requireNonNull(kaethe.birthday()).iso()).isEqualTo("1968-12-24");
    assertThat(Shown.emails(kaethe.emails()))
        .containsExactly("WORK k.gruen@gruen-text.example *", "WORK kaethe@privat.example");
    assertThat(Shown.phones(kaethe.phones()))
        .containsExactly(
            "FAX +49891234567 *",
            "WORK +49891234560",
            "HOME +49761123456",
            "MOBILE +4915123456789");
    assertThat(Shown.addresses(kaethe.addresses()))
        .containsExactly(
            "WORK Ölmühlweg 9 | 80331 | München | Bayern | DE",
            "HOME Am Bächle 2 | 79098 | Freiburg | Baden-Württemberg | DE");
    assertThat(file.rows().getFirst().companies().getFirst().jobTitle()).isEqualTo("Inhaberin");
  }

  @Test
  void thunderbirdWithItsTrailingComma() {
    var file = CsvSample.resource("thunderbird.csv", "BE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.THUNDERBIRD);
    var wout = file.person(0);
    assertThat(wout.name()).isEqualTo(new PersonName("Wout", "Van den Broeck"));
    assertThat(Objects.requireNonNull(wout.birthday()).iso()).isEqualTo("1988-04-01");
    assertThat(wout.description()).isEqualTo("Nickname: Woutje\nBelt liever, dan mailt");
    assertThat(Shown.phones(wout.phones()))
        .containsExactly("WORK +3292223344 *", "MOBILE +32470987654");
    assertThat(Shown.addresses(wout.addresses()))
        .containsExactly(
            "HOME Kouter 7 | 9000 | Gent |  | BE",
            "WORK Veldstraat 1 / bus 3 | 9000 | Gent | Oost-Vlaanderen | BE");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Van den Broeck bv");
    assertThat(link.jobTitle()).isEqualTo("Zaakvoerder");
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Zoé", "Dubois"));
    assertThat(file.rows()).allMatch(r -> r.problems().isEmpty());
  }
}
