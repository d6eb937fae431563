package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentColumn;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentQuery;
import eu.rempart.document.DocumentService;
import eu.rempart.document.ManyDocumentsService;
import eu.rempart.document.file.UploadService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Own fields of documents that a role hides or fixes one by one. */
class NarrowedDocumentFieldTest extends WithNarrowedMembers {

  @Autowired private DocumentService documents;
  @Autowired private ManyDocumentsService many;
  @Autowired private UploadService uploads;
  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;

  private UUID secret = new UUID(0, 0);
  private UUID open = secret;

  @BeforeEach
  void define() {
    secret = text("Secret");
    open = text("Open");
  }

  @AfterEach
  void clear() {
    List.of(secret, open).forEach(fields::archive);
  }

  private UUID text(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of(label), Set.of("document"), Set.of(), false, List.of()));
  }

  private Document document(String said, String known) throws Exception {
    UUID upload = uploads.take("Narrowed.txt", new byte[] {'a'});
    Document kept = ((Brought.Kept) documents.create(upload, null, List.of())).document();
    documents.save(
        kept.id(),
        kept.version(),
        kept.data(),
        kept.data().filled(CustomValues.NONE.with(secret, said).with(open, known)));
    return documents.find(kept.id()).orElseThrow();
  }

  private SignedInMember with(FieldRule rule) {
    return narrowed(Role.MEMBER, without("document", Map.of(CustomField.column(secret), rule)));
  }

  private CustomValues kept(DocumentId id) {
    return documents.find(id).orElseThrow().data().custom();
  }

  private List<DocumentId> found(SignedInMember whose, String text, Rule rule) {
    var query =
        new DocumentQuery(
            null,
            text,
            DocumentFilter.NONE,
            rule,
            DocumentColumn.CHANGED,
            true,
            secret,
            ZoneOffset.UTC);
    return as(whose, () -> many.page(query, 0, 10)).rows().stream().map(Document::id).toList();
  }

  private List<DocumentId> found(SignedInMember whose, String text) {
    return found(whose, text, Rule.EVERYTHING);
  }

  @Test
  void oneThatIsHiddenIsNeitherReadFoundNorLostBySaving() throws Exception {
    DocumentId id = document("quagmire", "meadow").id();
    SignedInMember eve = with(FieldRule.HIDDEN);
    Rule told = new Rule.Test(CustomField.key(secret), Operator.STARTS_WITH, List.of("quagmire"));
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(found(admin(), "quagmire")).containsExactly(id));

    assertThat(found(admin(), "", told)).containsExactly(id);
    assertThat(found(eve, "quagmire")).isEmpty();
    assertThat(found(eve, "", told)).doesNotContain(id);
    assertThat(found(eve, "meadow")).containsExactly(id);
    assertThat(as(eve, () -> fields.these("document", List.of(secret, open))))
        .extracting(CustomField::id)
        .containsExactly(open);
    Document seen = as(eve, () -> documents.find(id)).orElseThrow();
    assertThat(seen.data().custom()).isEqualTo(CustomValues.NONE.with(open, "meadow"));
    assertThat(as(eve, () -> many.findAll(List.of(id))))
        .extracting(each -> each.data().custom())
        .containsExactly(CustomValues.NONE.with(open, "meadow"));

    CustomValues changed = CustomValues.NONE.with(open, "field");
    as(eve, () -> documents.save(id, seen.version(), seen.data(), seen.data().filled(changed)));
    assertThat(kept(id)).isEqualTo(changed.with(secret, "quagmire"));
    Document now = as(eve, () -> documents.find(id)).orElseThrow();
    as(eve, () -> many.saveAll(Map.of(now, now.data().filled(CustomValues.NONE))));
    assertThat(kept(id)).isEqualTo(CustomValues.NONE.with(secret, "quagmire"));
    assertThat(as(eve, () -> history.timeline(new RecordRef("document", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain(CustomField.column(secret)));
  }

  @Test
  void oneThatIsReadOnlyIsShownAndNotChanged() throws Exception {
    Document whole = document("quagmire", "meadow");
    DocumentId id = whole.id();
    SignedInMember eve = with(FieldRule.READ_ONLY);
    Document shown = as(eve, () -> documents.find(id)).orElseThrow();
    DocumentData before = shown.data();
    DocumentData guessed = before.filled(before.custom().with(secret, "mine"));

    assertThat(before.custom().of(secret)).isEqualTo("quagmire");
    assertThat(as(eve, () -> fields.fixed("document"))).containsExactly(secret);
    assertThatThrownBy(() -> as(eve, () -> documents.save(id, whole.version(), before, guessed)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(eve, () -> many.saveAll(Map.of(shown, guessed))))
        .isInstanceOf(NotPermittedException.class);
    as(
        eve,
        () ->
            documents.save(
                id, whole.version(), before, before.filled(before.custom().with(open, "mine"))));
    assertThat(kept(id)).isEqualTo(before.custom().with(open, "mine"));
  }

  @Test
  void allOfThemAreHiddenAtOnce() throws Exception {
    DocumentId id = document("quagmire", "meadow").id();
    SignedInMember eve =
        narrowed(Role.MEMBER, without("document", Map.of("custom", FieldRule.HIDDEN)));

    assertThat(as(eve, () -> fields.of("document"))).isEmpty();
    Document seen = as(eve, () -> documents.find(id)).orElseThrow();
    assertThat(seen.data().custom()).isEqualTo(CustomValues.NONE);
    as(eve, () -> documents.save(id, seen.version(), seen.data(), seen.data().inFolder(null)));
    assertThat(kept(id)).isEqualTo(CustomValues.NONE.with(secret, "quagmire").with(open, "meadow"));
  }
}
