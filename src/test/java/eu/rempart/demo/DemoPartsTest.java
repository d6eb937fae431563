package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.WithFiles;
import eu.rempart.history.RecordRef;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo firm's own fields and its papers go through the same doors as anybody's. */
class DemoPartsTest extends WithFiles {

  @Autowired private DemoFields planned;
  @Autowired private DemoPapers papers;
  @Autowired private CustomFieldService fields;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  @Test
  void recordsHaveFieldsWithValuesThatAreKept() {
    DemoValues values = planned.make(7, Runnable::run);
    assertThat(fields.all()).hasSize(DemoFields.planned().size());

    Set<UUID> filled = new HashSet<>();
    for (String kind :
        List.of("company", "contact", "deal", "activity", "document", "product", "quote")) {
      for (int i = 0; i < 40; i++) {
        CustomValues next = values.next(kind);
        fields.of(kind).stream()
            .filter(field -> !next.of(field.id()).isEmpty())
            .forEach(
                field -> {
                  filled.add(field.id());
                  assertThat(CustomRules.fits(field, next.of(field.id()))).isTrue();
                });
      }
    }
    assertThat(filled).hasSameSizeAs(DemoFields.planned());
    CompanyId firm =
        companies.create(
            CompanyData.builder().name("Demowerft").custom(values.next("company")).build());
    assertThat(companies.find(firm)).isPresent();
  }

  @Test
  void whoMayNotMakeFieldsHasNone() {
    actAs(Role.MANAGER);
    DemoValues values = planned.make(7, Runnable::run);

    assertThat(fields.all()).isEmpty();
    assertThat(values.next("company")).isEqualTo(CustomValues.NONE);
  }

  @Test
  void papersLieInFoldersWithWordsToFindThemBy() {
    CompanyId firm = firm("Papierwerft " + UUID.randomUUID());
    papers.file(
        List.of(companies.find(firm).orElseThrow()),
        planned.make(7, Runnable::run),
        7,
        Runnable::run);

    List<Document> kept =
        filed.keys(new RecordRef("company", firm.value()), null, 10).stream()
            .flatMap(key -> documents.find(new DocumentId(key.id())).stream())
            .toList();
    assertThat(kept).hasSizeGreaterThanOrEqualTo(2);
    assertThat(kept).allMatch(document -> document.data().folder() != null);
    UUID paper = fields.of("document").getFirst().id();
    assertThat(kept).anyMatch(document -> !document.data().custom().of(paper).isEmpty());
    assertThat(kept)
        .extracting(document -> files.find(document.file()).orElseThrow().mediaType())
        .contains("application/pdf", "text/csv");
    assertThat(kept.stream().map(this::content))
        .anyMatch(content -> new String(content, StandardCharsets.US_ASCII).startsWith("%PDF-"));
  }
}
