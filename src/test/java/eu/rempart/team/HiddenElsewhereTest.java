package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.SignedInMember;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.duplicate.Pair;
import eu.rempart.duplicate.Scan;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.ImportState;
import eu.rempart.exchange.run.ImportUndo;
import eu.rempart.history.RecordRef;
import eu.rempart.recall.RecallService;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.merge.MergeRoom;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The smaller ways by which a hidden record might show: marks, duplicates, files, former changes.
 */
class HiddenElsewhereTest extends WithHiddenRecords {

  @Autowired private RecallService recall;
  @Autowired private Bookmarks bookmarks;
  @Autowired private DuplicateService duplicates;
  @Autowired private List<MergeRoom> merging;
  @Autowired private DocumentService documents;
  @Autowired private DocumentLinkService filed;
  @Autowired private UploadService uploads;
  @Autowired private BulkService bulk;
  @Autowired private ImportService imports;
  @Autowired private ImportUndo undo;

  @Test
  void whatWasMarkedOrLookedAtBeforeIsNotNamedAnyMore() {
    List<RecordRef> all =
        List.of(
            new RecordRef("contact", person.value()),
            new RecordRef("company", firm.value()),
            new RecordRef("deal", deal.value()),
            new RecordRef("deal", own.value()));
    as(
        eve,
        () -> {
          all.forEach(ref -> recall.mark(ref, true));
          all.forEach(recall::visited);
          return true;
        });

    assertThat(as(eve, () -> bookmarks.favourites(20)))
        .singleElement()
        .satisfies(hit -> assertThat(hit.title()).isEqualTo("Eve's garden"))
        .satisfies(hit -> assertThat(hit.subtitle()).doesNotContain(word));
    assertThat(as(eve, () -> bookmarks.recent(20)))
        .singleElement()
        .satisfies(hit -> assertThat(hit.title()).isEqualTo("Eve's garden"));
    pagesSayNothing("favourites", "");
  }

  @Test
  void duplicatesOfOthersAreNeitherShownNorForgottenByWhoMayNotSeeThem() {
    ContactId one = twin("one@" + word + ".example");
    ContactId other = twin("two@" + word + ".example");
    scan(admin());
    assertThat(duplicates.open("contact", 500)).anyMatch(pair -> isOf(pair, one, other));

    scan(eve);
    assertThat(duplicates.open("contact", 500))
        .as("her scan looked at her own alone")
        .anyMatch(pair -> isOf(pair, one, other));
    for (MergeRoom room : merging) {
      if (room.kind().equals("contact")) {
        assertThat(as(eve, () -> room.sides(Set.of(one.value(), other.value())))).isEmpty();
      }
    }
    pagesSayNothing("duplicates");
  }

  private ContactId twin(String email) {
    return contacts.create(
        ContactData.builder()
            .firstName("Twin")
            .lastName("Twin" + word)
            .ownerId(admin().memberId())
            .emails(List.of(EmailEntry.of(EmailAddress.of(email), EmailKind.WORK, true)))
            .build());
  }

  private void scan(SignedInMember member) {
    Scan scan = as(member, () -> duplicates.scan("contact"));
    await().atMost(Patience.LONG).until(scan::ended);
    assertThat(scan.failed()).isFalse();
  }

  private static boolean isOf(Pair pair, ContactId one, ContactId other) {
    return Set.of(pair.first(), pair.second()).equals(Set.of(one.value(), other.value()));
  }

  @Test
  void aDocumentOfOnesOwnDoesNotNameTheHiddenRecordsThatItIsAbout() throws Exception {
    UUID upload = uploads.begin("plan.txt", 4, "").id();
    uploads.append(upload, 0, new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8)));
    Document plan =
        ((Brought.Kept)
                documents.create(
                    upload,
                    null,
                    List.of(
                        new RecordRef("contact", person.value()),
                        new RecordRef("deal", own.value()))))
            .document();
    documents.save(
        plan.id(),
        plan.version(),
        plan.data(),
        eu.rempart.document.DocumentData.named(
            String.valueOf(plan.data().name()), null, eve.memberId()));

    assertThat(as(eve, () -> documents.find(plan.id()))).isPresent();
    assertThat(as(eve, () -> filed.of(plan.id())))
        .extracting(link -> link.record().id())
        .containsExactly(own.value());
    pagesSayNothing("documents/" + plan.id(), "documents");
  }

  @Test
  void aChangeOfManyByOthersIsNeitherListedNorHalfTakenBack() {
    UUID run = UUID.randomUUID();
    sql(
        "INSERT INTO bulk_run (id, started_by, ended_at, state, kind, what, change_id, changed,"
            + " server) VALUES (?, ?, now(), 'DONE', 'contact', 'archive', ?, 1,"
            + " gen_random_uuid())",
        run,
        admin().memberId(),
        UUID.randomUUID());

    assertThat(as(eve, () -> bulk.recent())).noneMatch(each -> each.id().equals(run));
    BulkJob undo = as(eve, () -> bulk.undo(run, () -> {}));
    await().atMost(Patience.LONG).until(() -> undo.state() != BulkState.RUNNING);
    assertThat(undo.state()).isEqualTo(BulkState.FAILED);
    assertThat(bulk.recent())
        .filteredOn(each -> each.id().equals(run))
        .singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(BulkState.DONE));
  }

  @Test
  void anImportOfOthersIsNeitherListedNorHalfTakenBack() throws Exception {
    UUID run = UUID.randomUUID();
    sql(
        "INSERT INTO import_run (id, started_by, ended_at, state, source, kind, change_id, failed,"
            + " server) VALUES (?, ?, now(), 'DONE', 'PIPEDRIVE', 'contact', ?, 1,"
            + " gen_random_uuid())",
        run,
        admin().memberId(),
        UUID.randomUUID());
    assertThat(imports.recent()).anyMatch(each -> each.id().equals(run));

    assertThat(as(eve, () -> imports.recent())).isEmpty();
    assertThat(as(eve, () -> imports.errorFile(run))).isEmpty();
    assertThat(as(eve, () -> undo.start(run)).get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(imports.recent())
        .filteredOn(each -> each.id().equals(run))
        .singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(ImportState.DONE));
  }

  @Test
  void noListOrScreenOfTheFirmTellsItsName() {
    pagesSayNothing(
        "",
        "contacts",
        "companies",
        "deals",
        "deals/list",
        "deals/forecast",
        "figures",
        "calendar",
        "activities",
        "quotes",
        "documents",
        "products",
        "notices",
        "import",
        "changes",
        "tags",
        "bin");
    // the first page may be full of others'; what is searched for is not yet the word itself
    String found = "?" + foundBy(word.substring(0, word.length() - 1));
    for (String list : List.of("contacts", "companies", "deals/list")) {
      assertThat(sent(list + found)).as("who may is sent %s", list).contains(word);
    }
  }
}
