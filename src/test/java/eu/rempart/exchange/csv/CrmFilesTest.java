package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportSource;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CrmFilesTest {

  @Test
  void hubSpotContactsWithListsOfCompanies() {
    var file = CsvSample.resource("hubspot-contacts.csv", "FR");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.HUBSPOT_CONTACTS);
    var amelie = file.person(0);
    assertThat(amelie.externalId()).isEqualTo("9007199254740993");
    assertThat(Shown.emails(amelie.emails()))
        .containsExactly("WORK amelie.dupont@atelier-nord.example * X");
    assertThat(Shown.addresses(amelie.addresses()))
        .containsExactly("WORK 1 place du Théâtre | 59000 | Lille |  | FR");
    var links = file.rows().getFirst().companies();
    assertThat(links).extracting(l -> l.company().externalId()).containsExactly("111", "222");
    assertThat(links)
        .extracting(l -> l.company().name())
        .containsExactly("Atelier Nord", "Galerie Sud");
    assertThat(links).extracting(l -> l.jobTitle()).containsExactly("Acheteuse", "");
    assertThat(file.rows().get(1).companies())
        .extracting(l -> l.company().name())
        .containsExactly("Müller; Söhne");
  }

  @Test
  void hubSpotCompanies() {
    var file = CsvSample.resource("hubspot-companies.csv", "FR");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.HUBSPOT_COMPANIES);
    assertThat(file.rows().getFirst().person()).isNull();
    var company = file.rows().getFirst().companies().getFirst().company();
    assertThat(company.externalId()).isEqualTo("111");
    assertThat(company.name()).isEqualTo("Atelier Nord");
    assertThat(company.website()).isEqualTo("atelier-nord.example");
    assertThat(company.size()).isEqualTo("50");
    assertThat(company.industry()).isEqualTo("TEXTILES");
    assertThat(company.annualRevenue()).isEqualByComparingTo("1200000.50");
    assertThat(company.type()).isEqualTo("partner");
    assertThat(company.description()).isEqualTo("Atelier de couture");
    assertThat(Shown.addresses(company.addresses())).containsExactly("BILLING  |  | Lille |  | FR");
  }

  @Test
  void pipedriveNotesBecomePlainText() {
    var file = CsvSample.resource("pipedrive.csv", "RO");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.PIPEDRIVE);
    var ioana = file.person(0);
    assertThat(ioana.externalId()).isEqualTo("17");
    assertThat(ioana.name()).isEqualTo(new PersonName("Ioana", "Popescu"));
    assertThat(ioana.description())
        .contains("Prima întâlnire: foarte bine")
        .contains("preț\ntermen")
        .contains("Mulțumim & pe curând")
        .doesNotContain("<")
        .doesNotContain("alert");
    assertThat(Shown.phones(ioana.phones()))
        .containsExactly("MOBILE +40721234567 *", "WORK +40213100000");
    assertThat(Shown.emails(ioana.emails()))
        .containsExactly("WORK ioana@popescu.example *", "HOME ioana.acasa@mail.example");
    var company = file.rows().getFirst().companies().getFirst().company();
    assertThat(company.name()).isEqualTo("Popescu & Fiii SRL");
    assertThat(Shown.addresses(company.addresses()))
        .containsExactly("BILLING Strada Lungă 4, Brașov, România |  |  |  | ");
  }

  @Test
  void salesforceReport() {
    var file = CsvSample.resource("salesforce-report.csv", "BE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.SALESFORCE_REPORT);
    var helene = file.person(0);
    assertThat(helene.name()).isEqualTo(new PersonName("Hélène", "Girard"));
    assertThat(helene.doNotCall()).isTrue();
    assertThat(Shown.emails(helene.emails())).containsExactly("WORK helene@girard.example * X");
    assertThat(Shown.phones(helene.phones()))
        .containsExactly("WORK +3281223344 * X", "MOBILE +32475123456 X");
    assertThat(Objects.requireNonNull(helene.birthday()).iso()).isEqualTo("1970-03-14");
    assertThat(Shown.addresses(helene.addresses()))
        .containsExactly("WORK 5 rue Haute | 5000 | Namur | Namur | BE");
    assertThat(file.rows().getFirst().companies().getFirst().jobTitle()).isEqualTo("CFO");
  }

  @Test
  void salesforceDataExportSkipsWhatWasDeletedThere() {
    var file = CsvSample.resource("salesforce-contact.csv", "DE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.SALESFORCE_API);
    var guenther = file.person(0);
    assertThat(guenther.externalId()).isEqualTo("0035g00000AbCdEAAV");
    assertThat(guenther.name()).isEqualTo(new PersonName("Günther", "Nagel"));
    assertThat(guenther.description()).isEqualTo("Großkunde");
    var company = file.rows().getFirst().companies().getFirst().company();
    assertThat(company.externalId()).isEqualTo("0015g00000XyZaBAAV");
    assertThat(company.name()).isEmpty();
    assertThat(file.rows().get(1).person()).isNull();
    assertThat(file.rows().get(1).imported()).isFalse();
    assertThat(file.rows().get(1).refused()).isFalse();
    assertThat(file.problems(1)).containsExactly("DELETED_IN_SOURCE");
  }

  @Test
  void salesforceAccounts() {
    var file = CsvSample.resource("salesforce-account.csv", "DE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.SALESFORCE_API);
    var company = file.rows().getFirst().companies().getFirst().company();
    assertThat(company.type()).isEqualTo("customer");
    assertThat(company.annualRevenue()).isEqualByComparingTo("2500000");
    assertThat(company.description()).isEqualTo("AccountNumber: N-77\nReederei");
    assertThat(Shown.addresses(company.addresses()))
        .containsExactly(
            "BILLING Hafenstraße 3 | 20457 | Hamburg |  | DE",
            "SHIPPING Lager 7 | 28195 | Bremen |  | DE");
  }

  @Test
  void odooTellsCompaniesPeopleAddressesAndContinuationsApart() {
    var file = CsvSample.resource("odoo.csv", "BE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.ODOO);
    var brewery = file.rows().getFirst();
    assertThat(brewery.person()).isNull();
    var company = brewery.companies().getFirst().company();
    assertThat(company.name()).isEqualTo("Brasserie du Marché");
    assertThat(company.externalId()).isEqualTo("__export__.p1");
    assertThat(company.vatNumber()).isEqualTo("BE0123456789");
    assertThat(company.description()).isEqualTo("Livrer avant 8 h");
    assertThat(company.tags()).containsExactly("Client", "VIP", "Horeca");
    assertThat(Shown.emails(company.emails())).containsExactly("WORK info@brasserie.example *");
    assertThat(file.problems(1)).containsExactly("CONTINUATION");
    var luc = file.person(2);
    assertThat(luc.name()).isEqualTo(new PersonName("Luc", "Peeters"));
    assertThat(file.rows().get(2).companies().getFirst().company().name())
        .isEqualTo("Brasserie du Marché");
    assertThat(file.rows().get(2).companies().getFirst().jobTitle()).isEqualTo("Chef de salle");
    var invoices = file.rows().get(3);
    assertThat(invoices.person()).isNull();
    assertThat(Shown.addresses(invoices.companies().getFirst().company().addresses()))
        .containsExactly("BILLING Boîte postale 9 | 1050 | Ixelles |  | BE");
  }

  @Test
  void odooNamesOfPeopleMayBeginWithTheirCompany() {
    var file =
        CsvSample.text(
            """
            Name,Is a company,Related company,Address type,Email,Tags
            "Dupont, Durand & Cie",True,,Contact,info@dd.example,"Client, VIP"
            ,,,,,Horeca
            ,,,,,"Salon 2025"
            "Dupont, Durand & Cie, Luc Peeters",False,"Dupont, Durand & Cie",Contact,luc@dd.example,
            Eva Holz,False,"Dupont, Durand & Cie",Contact,eva@dd.example,VIP
            ,,,,,Presse
            Filiale SA,True,"Dupont, Durand & Cie",Contact,,
            """);
    assertThat(file.inspection().source()).isEqualTo(ImportSource.ODOO);
    assertThat(file.rows().getFirst().companies().getFirst().company().tags())
        .containsExactly("Client", "VIP", "Horeca", "Salon 2025");
    assertThat(file.problems(1)).containsExactly("CONTINUATION");
    assertThat(file.problems(2)).containsExactly("CONTINUATION");
    assertThat(file.rows())
        .extracting(row -> row.number())
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    for (var row : java.util.List.of(3, 4)) {
      assertThat(file.rows().get(row).companies().getFirst().company().name())
          .isEqualTo("Dupont, Durand & Cie");
    }
    assertThat(file.person(3).name()).isEqualTo(new PersonName("Luc", "Peeters"));
    assertThat(file.person(4).tags()).containsExactly("VIP", "Presse");
    var branch = file.rows().get(6).companies().getFirst().company();
    assertThat(branch.name()).isEqualTo("Filiale SA");
    assertThat(branch.parentName()).isEqualTo("Dupont, Durand & Cie");
  }

  @Test
  void odooPeopleBelowTheirCompanyGetIt() {
    var file = CsvSample.resource("odoo-children.csv", "DE");
    assertThat(file.rows()).hasSize(2);
    assertThat(file.person(0).name()).isEqualTo(new PersonName("Eva", "Holz"));
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Uwe", "Span"));
    assertThat(file.rows())
        .allSatisfy(
            r -> assertThat(r.companies().getFirst().company().name()).isEqualTo("Zimmerei Holz"));
    assertThat(file.rows().get(1).companies().getFirst().jobTitle()).isEqualTo("Meister");
  }

  @Test
  void simpleCrmHasAReferenceOnEachSide() {
    var file = CsvSample.resource("simple-crm.csv", "BE");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.SIMPLE_CRM);
    var sophie = file.person(0);
    assertThat(sophie.externalId()).isEqualTo("C-1");
    assertThat(sophie.name()).isEqualTo(new PersonName("Sophie", "Lambert"));
    assertThat(Objects.requireNonNull(sophie.birthday()).iso()).isEqualTo("1985-06-05");
    assertThat(Shown.phones(sophie.phones()))
        .containsExactly("WORK +3210223344 *", "MOBILE +32478112233");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.jobTitle()).isEqualTo("Comptable");
    assertThat(link.company().externalId()).isEqualTo("S-9");
    assertThat(link.company().annualRevenue()).isEqualByComparingTo("1250000.50");
    assertThat(link.company().revenueCurrency()).isEqualTo("EUR");
    assertThat(link.company().type()).isEqualTo("customer");
    assertThat(link.company().vatNumber()).isEqualTo("BE 0987.654.321");
    assertThat(Shown.addresses(link.company().addresses()))
        .containsExactly("BILLING Rue Haute 1 | 1300 | Wavre |  | BE");
    assertThat(file.rows().get(1).companies()).isEmpty();
    assertThat(Shown.addresses(file.person(1).addresses()))
        .containsExactly("HOME Rue du Bois 5 | 4000 | Liège |  | BE");
  }

  @Test
  void tablesThatPeopleMadeInFrench() {
    var file = CsvSample.resource("generic-fr.csv", "FR");
    assertThat(file.inspection().source()).isEqualTo(ImportSource.GENERIC);
    assertThat(file.inspection().dialect().charset()).isEqualTo(StandardCharsets.UTF_16LE);
    assertThat(file.inspection().dialect().delimiter()).isEqualTo(';');
    var zoe = file.person(0);
    assertThat(zoe.name()).isEqualTo(new PersonName("Zoé", "Durand"));
    assertThat(Objects.requireNonNull(zoe.birthday()).iso()).isEqualTo("1990-03-07");
    assertThat(Shown.phones(zoe.phones())).containsExactly("MOBILE +33601020304 *");
    assertThat(file.rows().getFirst().companies().getFirst().company().name())
        .isEqualTo("Forêt & Cie");
  }

  @Test
  void tablesThatPeopleMadeInGermanAboutCompanies() {
    var file = CsvSample.resource("generic-de.csv", "DE");
    assertThat(file.inspection().dialect().delimiter()).isEqualTo('\t');
    assertThat(file.rows().getFirst().person()).isNull();
    var company = file.rows().getFirst().companies().getFirst().company();
    assertThat(company.name()).isEqualTo("Bäckerei Süß");
    assertThat(company.annualRevenue()).isEqualByComparingTo("1234.50");
    assertThat(company.size()).isEqualTo("5-10");
    assertThat(company.type()).isEqualTo("prospect");
    assertThat(Shown.emails(company.emails())).containsExactly("WORK info@suess.example *");
    assertThat(Shown.phones(company.phones())).containsExactly("WORK +49351123456 *");
    assertThat(Shown.addresses(company.addresses()))
        .containsExactly("BILLING Hauptstr. 1 | 01067 | Dresden |  | DE");
  }

  @Test
  void tablesThatPeopleMadeInRomanian() {
    var file = CsvSample.resource("generic-ro.csv", "RO");
    assertThat(file.inspection().dialect().delimiter()).isEqualTo('|');
    var ana = file.person(0);
    assertThat(ana.name()).isEqualTo(new PersonName("Ana-Maria", "Ionescu"));
    assertThat(Shown.phones(ana.phones())).containsExactly("MOBILE +40721234567 *");
    assertThat(Shown.addresses(ana.addresses()))
        .containsExactly("WORK Strada Păcurari 10 |  | Iași |  | RO");
    assertThat(Objects.requireNonNull(ana.birthday()).iso()).isEqualTo("1985-12-31");
  }

  @Test
  void withoutAHeaderTheContentTellsEmailsAndPhones() {
    var file = CsvSample.resource("generic-no-header.csv", "FR");
    assertThat(file.inspection().notes()).containsExactly(FileProblem.NO_HEADER);
    assertThat(file.rows()).hasSize(2);
    assertThat(Shown.emails(file.person(0).emails()))
        .containsExactly("OTHER jean@dupont.example *");
    assertThat(Shown.phones(file.person(0).phones())).containsExactly("MOBILE +33612345678 *");
  }

  @Test
  void rowsThatAddToOneForeverAreNotHeldForever() {
    var csv = new StringBuilder("Name,Is a company,Related company,Tags\nFirma,1,,T\n");
    for (var i = 0; i < 3_000; i++) {
      csv.append(",,,T").append(i).append('\n');
    }
    var file = CsvSample.text(csv.toString());

    assertThat(file.rows()).hasSize(3_001);
    assertThat(file.rows().stream().filter(row -> !row.companies().isEmpty()))
        .hasSize(3)
        .allMatch(row -> row.companies().getFirst().company().name().equals("Firma"));
    assertThat(file.rows().getFirst().companies().getFirst().company().tags()).hasSize(1_001);
  }
}
