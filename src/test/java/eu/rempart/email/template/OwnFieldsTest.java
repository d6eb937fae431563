package eu.rempart.email.template;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.team.WithNarrowedMembers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The organisation's own fields in templates, for those who are shown them. */
class OwnFieldsTest extends WithNarrowedMembers {

  @Autowired private CustomFieldService customFields;
  @Autowired private FieldService fields;
  @Autowired private QuoteService quotes;

  private UUID shoes;
  private ContactId zoe;

  @BeforeEach
  void wear() {
    shoes =
        customFields.create(
            CustomKind.TEXT,
            new CustomFieldData(
                Labels.of("Shoes"), Set.of("contact", "company"), Set.of(), false, List.of()));
    zoe =
        contacts.create(
            ContactData.builder()
                .lastName("Zoe")
                .custom(CustomValues.NONE.with(shoes, "red"))
                .build());
    CompanyId firm =
        companies.create(
            CompanyData.builder()
                .name("Cobblers")
                .custom(CustomValues.NONE.with(shoes, "brown"))
                .build());
    links.link(zoe, firm, new LinkData("Boss", null, true, true));
  }

  @AfterEach
  void bare() {
    admin();
    customFields.archive(shoes);
  }

  private String mark(String kind) {
    return fields.own().stream()
        .filter(each -> each.kind().equals(kind) && each.field().id().equals(shoes))
        .findFirst()
        .orElseThrow()
        .marked(Locale.ENGLISH);
  }

  private String filled(String text) {
    return filled(text, new RecordRef("contact", zoe.value()));
  }

  private String filled(String text, RecordRef about) {
    return Filled.of(
            text,
            fields.values(
                about,
                null,
                Locale.ENGLISH,
                (CustomField field, String value) -> value + " " + field.label(Locale.ENGLISH)))
        .text();
  }

  @Test
  void recordsFillThemEachItsOwn() {
    assertThat(filled(mark("contact") + ", " + mark("company")))
        .isEqualTo("red Shoes, brown Shoes");
    assertThat(fields.own()).noneMatch(own -> own.kind().equals("deal"));
  }

  @Test
  void aQuotesOwnCompanyTakesThePlaceOfTheDealsWithAllItsFields() {
    CompanyId buyer =
        companies.create(
            CompanyData.builder()
                .name("Buyer")
                .custom(CustomValues.NONE.with(shoes, "brown"))
                .build());
    CompanyId payer = companies.create(CompanyData.builder().name("Payer").build());
    QuoteId quote =
        quotes.create(
            TestQuotes.roof().toBuilder()
                .dealId(deal("Shoes for all", buyer, null))
                .companyId(payer)
                .build());
    String text = "{{company.name}}: " + mark("company");

    assertThat(filled(text, new RecordRef("quote", quote.value())))
        .isEqualTo("Payer: " + mark("company"));
  }

  @Test
  void whoIsNotShownOneIsOfferedAndFilledNone() {
    String text = mark("contact") + ", " + mark("company");
    SignedInMember eve =
        narrowed(
            Role.MEMBER, without("contact", Map.of(CustomField.column(shoes), FieldRule.HIDDEN)));

    assertThat(as(eve, () -> filled(text))).isEqualTo(mark("contact") + ", brown Shoes");
    assertThat(as(eve, fields::own))
        .extracting(OwnField::kind)
        .contains("company")
        .doesNotContain("contact");
  }
}
