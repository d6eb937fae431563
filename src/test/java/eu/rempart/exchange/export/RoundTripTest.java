package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.ImportFile;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.vcard.VCardExport;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was taken out and brought back finds the same records, with nothing to change. */
class RoundTripTest extends ExportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  RoundTripTest() {
    super(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void peopleComeBackFromTheTableToThemselves(String language) {
    String family = "Tour" + language;
    people(family);
    run(
        house.administrator(),
        () ->
            export.contactsAsTable(
                named(family), List.of(), words(Locale.forLanguageTag(language)), out));

    assertThat(outcomes(broughtBack("people.csv"))).hasSize(4).containsOnly(Outcome.UNCHANGED);
  }

  @ParameterizedTest
  @EnumSource(VCardExport.Version.class)
  void peopleComeBackFromTheirCardsToThemselves(VCardExport.Version version) {
    String family = "Carte" + version;
    people(family);
    run(
        house.administrator(),
        () -> export.contactsAsCards(named(family), List.of(), version, out));

    assertThat(outcomes(broughtBack("people.vcf"))).hasSize(4).containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void aValueThatWasChangedInTheTableChangesItsRecord() {
    ContactId id = keep(CAMILLE.toBuilder().lastName("Tableur").build());
    table(named("Tableur"));

    String edited = text().replace("camille@", "camille.new@").replace("Tableur", "Changée");
    List<Outcome> outcomes = outcomes(broughtBack("people.csv", edited));

    assertThat(outcomes).containsExactly(Outcome.UPDATED);
    ContactData data = house.as(() -> house.contacts().find(id)).orElseThrow().data();
    assertThat(data.lastName()).isEqualTo("Changée");
    assertThat(data.emails()).hasSize(3);
    assertThat(data.externalId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void companiesComeBackFromTheTableToThemselves(String language) {
    String name = "Retour " + language;
    for (String website : List.of("https://a.example", "https://b.example")) {
      house.as(
          () ->
              house
                  .companies()
                  .create(
                      CompanyData.builder()
                          .name(name)
                          .website(website)
                          .addresses(List.of(address()))
                          .build()));
    }
    run(
        house.administrator(),
        () ->
            export.companiesAsTable(
                new CompanyQuery(
                    name,
                    CompanyFilter.NONE,
                    CompanyColumn.NAME,
                    false,
                    EnumSet.allOf(CompanyColumn.class)),
                List.of(),
                words(Locale.forLanguageTag(language)),
                out));

    assertThat(outcomes(broughtBack("companies.csv")))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
  }

  /** One with everything, two of one name and nothing else, one who looks like a formula. */
  private void people(String family) {
    ContactId full =
        keep(
            CAMILLE.toBuilder()
                .lastName(family)
                .salutation("Mme")
                .addresses(List.of(address()))
                .description("Zeile eins\nligne deux; \"três\"")
                .externalId("hubspot:51")
                .build());
    CompanyId company =
        house.as(
            () -> house.companies().create(CompanyData.builder().name("Tour " + family).build()));
    house.as(
        () ->
            house
                .bean(LinkService.class)
                .link(full, company, new LinkData("Skipper", null, true, true)));
    keep(ContactData.builder().firstName("Jean").lastName(family).build());
    keep(ContactData.builder().firstName("Jean").lastName(family).build());
    keep(
        ContactData.builder()
            .firstName("=1+1")
            .lastName(family)
            .phones(List.of(PhoneEntry.of(PhoneNumber.of("poste 12", null), PhoneKind.WORK, true)))
            .build());
  }

  private static PostalAddress address() {
    return new PostalAddress(
        AddressKind.BILLING,
        "3, quai de l'Île\nBât. B",
        "Brest",
        "Finistère",
        "29200",
        CountryCode.of("FR"));
  }

  private ImportJob broughtBack(String name) {
    return broughtBack(name, text());
  }

  private static ImportJob broughtBack(String name, String content) {
    BroughtFile file = house.bring(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    ImportJob job =
        house.as(() -> house.imports().start(read(file), MatchPolicy.UPDATE, new Silent()));
    try {
      job.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return job;
  }

  private static ImportFile read(BroughtFile file) throws java.io.IOException {
    if (file.isCards()) {
      return file.cards(ImportOptions.none());
    }
    var found = file.inspect();
    return file.table(found, found.proposal(), ImportOptions.none());
  }

  private static List<Outcome> outcomes(ImportJob job) {
    assertThat(job.errorCode()).isEmpty();
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private static final class Silent implements eu.rempart.exchange.run.result.Reasons {
    @Override
    public char delimiter() {
      return ',';
    }

    @Override
    public String rowHeader() {
      return "row";
    }

    @Override
    public String reasonHeader() {
      return "reason";
    }

    @Override
    public String of(RowResult result) {
      return result.outcome().name();
    }
  }
}
