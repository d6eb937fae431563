package eu.rempart.company;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompanyRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final CompanyData FULL =
      CompanyData.builder()
          .ownerId(UUID.randomUUID())
          .name("Voiles du Ponant")
          .website("https://ponant.example")
          .emails(
              List.of(
                  new EmailEntry(
                      EmailAddress.of("bonjour@ponant.example"), EmailKind.WORK, true, true, true)))
          .phones(
              List.of(
                  new PhoneEntry(
                      PhoneNumber.of("02 98 55 12 12", CountryCode.of("FR")),
                      PhoneKind.WORK,
                      true,
                      true,
                      true)))
          .addresses(
              List.of(
                  new PostalAddress(
                      AddressKind.BILLING,
                      "1 quai du Port",
                      "Brest",
                      "Bretagne",
                      "29200",
                      CountryCode.of("FR"))))
          .type(CompanyType.PARTNER)
          .industry("Sails")
          .size(CompanySize.TO_49)
          .annualRevenue(new BigDecimal("1234567.89"))
          .revenueCurrency("EUR")
          .parentCompanyId(new CompanyId(UUID.randomUUID()))
          .vatNumber("FR32123456789")
          .registerNumber("123 456 789 00012")
          .language("fr")
          .description("Makes sails.")
          .externalId("crm-7")
          .tags(Set.of(UUID.randomUUID()))
          .custom(CustomValues.NONE.with(UUID.randomUUID(), "blue"))
          .build();

  private CompanyRepository companies;
  private Writes writes;

  @BeforeEach
  void open() {
    companies = new CompanyRepository(database.app(), new TestSealing());
    writes = database.writes(database.member("MEMBER"));
  }

  private CompanyId insert(CompanyData data) {
    CompanyId id = new CompanyId(UUID.randomUUID());
    writes.run(Reason.EDIT, change -> companies.insert(Map.of(id, data)));
    return id;
  }

  @Test
  void keepsEveryFieldOfANewCompany() {
    assertThat(EnumSet.allOf(CompanyField.class))
        .as("the sample fills every field")
        .isEqualTo(CompanyField.changed(CompanyData.EMPTY, FULL));

    CompanyId id = insert(FULL);

    assertThat(companies.find(id).orElseThrow().data()).isEqualTo(FULL);
  }

  @Test
  void changesEveryFieldByItself() {
    for (CompanyField field : CompanyField.values()) {
      CompanyData before = CompanyData.builder().name("Before").build();
      CompanyId id = insert(before);
      CompanyData after = CompanyField.copy(EnumSet.of(field), FULL, before);

      boolean saved =
          writes.inTransaction(
              Reason.EDIT, change -> companies.update(id, 1, EnumSet.of(field), after));

      assertThat(saved).as("%s", field).isTrue();
      assertThat(companies.find(id).orElseThrow().data()).as("%s", field).isEqualTo(after);
    }
  }

  @Test
  void refusesAVersionThatIsNotTheCurrentOne() {
    CompanyId id = insert(FULL);
    CompanyData renamed = FULL.toBuilder().name("Elsewhere").build();
    EnumSet<CompanyField> name = EnumSet.of(CompanyField.NAME);
    writes.run(Reason.EDIT, change -> assertThat(companies.update(id, 1, name, renamed)).isTrue());

    boolean saved =
        writes.inTransaction(
            Reason.EDIT,
            change -> companies.update(id, 1, name, FULL.toBuilder().name("Lost").build()));

    assertThat(saved).isFalse();
    assertThat(companies.find(id).orElseThrow().data().name()).isEqualTo("Elsewhere");
  }

  @Test
  void namesAnArchivedParentAsArchived() {
    CompanyId parent = insert(CompanyData.builder().name("Holding").build());
    CompanyId child = insert(CompanyData.builder().name("Child").parentCompanyId(parent).build());
    assertThat(companies.subsidiaries(parent))
        .extracting(CompanyReference::id)
        .containsExactly(child);

    writes.run(Reason.ARCHIVE, change -> companies.delete(List.of(parent.value())));

    assertThat(companies.reference(parent)).contains(new CompanyReference(parent, "Holding", true));
    assertThat(companies.reference(child)).contains(new CompanyReference(child, "Child", false));
  }
}
