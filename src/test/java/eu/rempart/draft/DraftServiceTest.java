package eu.rempart.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.PurgeService;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.company.CompanyData;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DraftServiceTest extends WithFirm {

  private static final DraftKey NEW = new DraftKey("contact", null);
  private static final ContactData TYPED =
      ContactData.builder()
          .firstName("Zacharias")
          .lastName("Entwurf")
          .emails(List.of(EmailEntry.of(EmailAddress.of("z@firm.example"), EmailKind.WORK, true)))
          .phones(
              List.of(
                  PhoneEntry.of(
                      PhoneNumber.of("01 70 18 99 00", CountryCode.of("FR")),
                      PhoneKind.WORK,
                      true)))
          .birthday(Birthday.parse("--03-07").orElseThrow())
          .basisDate(LocalDate.of(2026, 11, 24))
          .build();

  @Autowired private DraftService drafts;
  @Autowired private DraftAging aging;
  @Autowired private DSLContext dsl;
  @Autowired private ArchiveService archive;
  @Autowired private PurgeService purges;

  @BeforeEach
  void nothingLeft() {
    drafts.drop(NEW);
  }

  private void keepNew() {
    drafts.keep(NEW, 0, ContactData.EMPTY, TYPED);
  }

  private boolean isKept(DraftKey key) {
    return drafts.find(key, ContactData.class).isPresent();
  }

  @Test
  void whatWasTypedComesBackAsItWas() {
    keepNew();
    Draft<ContactData> left = drafts.find(NEW, ContactData.class).orElseThrow();
    assertThat(left.typed()).isEqualTo(TYPED);
    assertThat(left.before()).isEqualTo(ContactData.EMPTY);

    CompanyData company =
        CompanyData.builder().name("Entwurf AG").annualRevenue(new BigDecimal("12.50")).build();
    DraftKey key = new DraftKey("company", UUID.randomUUID());
    drafts.keep(key, 3, CompanyData.EMPTY, company);
    Draft<CompanyData> other = drafts.find(key, CompanyData.class).orElseThrow();
    assertThat(other.typed()).isEqualTo(company);
    assertThat(other.version()).isEqualTo(3);
  }

  @Test
  void aLaterChangeTakesThePlaceOfTheEarlier() {
    keepNew();
    drafts.keep(NEW, 0, ContactData.EMPTY, TYPED.toBuilder().firstName("Zach").build());

    assertThat(drafts.find(NEW, ContactData.class).orElseThrow().typed().firstName())
        .isEqualTo("Zach");
    drafts.drop(NEW);
    assertThat(isKept(NEW)).isFalse();
  }

  @Test
  void nobodyElseFindsIt() {
    keepNew();
    act(join(Role.MEMBER));
    assertThat(isKept(NEW)).isFalse();
    drafts.drop(NEW);

    admin();
    assertThat(isKept(NEW)).isTrue();
  }

  @Test
  void readersHaveNothingToKeep() {
    actAs(Role.READER);
    assertThatThrownBy(this::keepNew).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> isKept(NEW)).isInstanceOf(NotPermittedException.class);
  }

  @Test
  void itLiesSealedInTheDatabase() {
    keepNew();
    byte[] stored =
        Objects.requireNonNull(
            dsl.fetchSingle("SELECT typed FROM draft WHERE kind = 'contact' AND record_id IS NULL")
                .get(0, byte[].class));

    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain("Zacharias")
        .doesNotContain("firstName");
  }

  @Test
  void whatSomebodyElseWroteThereIsNotTaken() {
    keepNew();
    sql("UPDATE draft SET typed = '\\x00' WHERE record_id IS NULL");

    assertThat(isKept(NEW)).isFalse();
    keepNew();
    assertThat(isKept(NEW)).isTrue();
  }

  @Test
  void aRecordThatComesBackHasItsDraftAndAPurgedOneHasNone() {
    ContactId id = person("Pia", "Purge");
    DraftKey key = new DraftKey("contact", id.value());
    drafts.keep(key, 1, ContactData.EMPTY, TYPED);
    archive.undo(contacts.archive(List.of(id)));
    assertThat(isKept(key)).isTrue();

    contacts.archive(List.of(id));
    int usual = purges.delayDays();
    purgesWait(0);
    assertThat(purges.emptyBin(purges.count())).isPresent();
    purgesWait(usual);
    assertThat(isKept(key)).isFalse();
  }

  @Test
  void itIsForgottenAfterSomeDays() {
    keepNew();
    assertThat(aging.forgetBefore(Instant.now().minus(DraftAging.KEPT))).isZero();
    assertThat(isKept(NEW)).isTrue();

    assertThat(aging.forgetBefore(Instant.now().plusSeconds(1))).isPositive();
    assertThat(isKept(NEW)).isFalse();
  }
}
