package eu.rempart.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Span;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.document.Brought;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.history.RecordRef;
import eu.rempart.presence.PresenceService;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line on the page of a record that says who else is there. */
class PresenceScreensTest extends WithNarrowedMembers {

  @Autowired private PresenceService presences;
  @Autowired private DraftService drafts;
  @Autowired private QuoteService quotes;
  @Autowired private ActivityService activities;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;

  private record Typed(String text) {}

  private boolean shows(String words) {
    return find(Span.class).withText(words).exists();
  }

  private void soon(String words, boolean there) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(shows(words)).as(words).isEqualTo(there);
            });
  }

  private void comesTypesAndGoes(SignedInMember eve, String path, RecordRef record) {
    admin();
    open(path + "/" + record.id(), "");
    assertThat(shows("Max Muster is looking at this too")).isFalse();

    UUID page = as(eve, () -> presences.enter(record, () -> {}));
    soon("Max Muster is looking at this too", true);
    DraftKey key = new DraftKey(record.kind(), record.id());
    as(
        eve,
        () -> {
          drafts.keep(key, 1, new Typed("a"), new Typed("b"));
          return true;
        });
    soon("Max Muster is editing this now", true);
    as(
        eve,
        () -> {
          drafts.drop(key);
          return true;
        });
    soon("Max Muster is looking at this too", true);
    presences.leave(page);
    soon("Max Muster is looking at this too", false);
  }

  @Test
  void whoElseLooksAtOrEditsARecordIsToldOnItsPageAtOnce() throws Exception {
    SignedInMember eve = join(Role.MEMBER);
    UUID me = admin().memberId();
    comesTypesAndGoes(eve, "contacts", new RecordRef("contact", person("Looked at", me).value()));
    comesTypesAndGoes(eve, "companies", new RecordRef("company", firm("Looked at", me).value()));
    comesTypesAndGoes(eve, "deals", new RecordRef("deal", deal("Looked at", null, me).value()));
    comesTypesAndGoes(
        eve, "quotes", new RecordRef("quote", quotes.create(TestQuotes.roof()).value()));
    comesTypesAndGoes(
        eve,
        "activities",
        new RecordRef(
            "activity",
            activities
                .create(ActivityData.builder().subject("Call").build(), ActivityLinks.NONE)
                .value()));
    UUID upload = uploads.begin("plan.txt", 4, "").id();
    uploads.append(upload, 0, new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8)));
    comesTypesAndGoes(
        eve,
        "documents",
        new RecordRef(
            "document",
            ((Brought.Kept) documents.create(upload, null, List.of())).document().id().value()));
  }

  @Test
  void leavingThePageIsSeenByTheOthers() {
    SignedInMember eve = join(Role.MEMBER);
    RecordRef record = new RecordRef("contact", person("Left", admin().memberId()).value());
    open("contacts/" + record.id(), "");
    assertThat(as(eve, () -> presences.others(record)))
        .extracting(each -> each.member())
        .containsExactly(admin().memberId());
    open("bin", "");
    assertThat(as(eve, () -> presences.others(record))).isEmpty();
  }
}
