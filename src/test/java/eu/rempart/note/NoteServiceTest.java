package eu.rempart.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;
import eu.rempart.search.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class NoteServiceTest extends WithFirm {

  @Autowired private NoteService notes;
  @Autowired private HistoryService history;
  @Autowired private ConfigurableApplicationContext context;

  /** Who is mentioned, as all of the application hears it. */
  private final List<Mentioned> heard = new ArrayList<>();

  /** With a name, from which Spring knows what it hears. */
  private final class Ear implements ApplicationListener<PayloadApplicationEvent<Mentioned>> {
    @Override
    public void onApplicationEvent(PayloadApplicationEvent<Mentioned> event) {
      heard.add(event.getPayload());
    }
  }

  private final Ear ear = new Ear();

  private RecordRef about;

  @BeforeEach
  void somebody() {
    about = new RecordRef("contact", person("Nora", "Notes").value());
    context.addApplicationListener(ear);
  }

  @AfterEach
  void hearNoMore() {
    context.removeApplicationListener(ear);
  }

  private Note write(String html) {
    return ((Written.Kept) notes.write(about, html)).note();
  }

  private static String mention(UUID id, String name) {
    return "<span data-mention=\"%s\">@%s</span>".formatted(id, name);
  }

  @Test
  void whatIsWrittenIsCleanedSealedAndFound() {
    Indexes.awaitReady(notes::indexState);
    Note note = write("<p onclick=x()>Prefers <b>zeppelins</b></p><script>x()</script>");

    assertThat(note.body().orNull())
        .isEqualTo(new RichText("<p>Prefers <strong>zeppelins</strong></p>"));
    assertThat(notes.search("zeppel", 5)).extracting(Note::id).containsExactly(note.id());
    assertThat(notes.search("onclick", 5)).isEmpty();
  }

  @Test
  void nothingAndTooMuchAreRefusedByName() {
    assertThatThrownBy(() -> write("<p> <br></p>"))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            e -> assertThat(e.problem()).isEqualTo(InvalidFieldException.Problem.REQUIRED));
    for (int length : new int[] {NoteRules.MAX_PLAIN + 1, RichText.MAX_READ + 1}) {
      assertThatThrownBy(() -> write("<p>" + "x".repeat(length) + "</p>"))
          .isInstanceOfSatisfying(
              InvalidFieldException.class,
              e -> assertThat(e.problem()).isEqualTo(InvalidFieldException.Problem.TOO_LONG));
    }
  }

  @Test
  void whoRewritesWhatSomebodyRewroteIsGivenTheirs() {
    Note note = write("<p>First</p>");
    notes.rewrite(note.id(), 1, "<p>Theirs</p>");

    assertThat(notes.rewrite(note.id(), 1, "<p>Mine</p>"))
        .isInstanceOfSatisfying(
            Written.Stale.class,
            stale -> {
              assertThat(stale.current().version()).isEqualTo(2);
              assertThat(stale.current().body().orNull())
                  .isEqualTo(RichText.clean("<p>Theirs</p>"));
            });
  }

  @Test
  void whatIsInTheBinIsNotWrittenTo() {
    Note note = write("<p>First</p>");
    notes.archive(note.id());
    assertThat(notes.rewrite(note.id(), 1, "<p>Mine</p>")).isInstanceOf(Written.Gone.class);

    contacts.archive(List.of(new eu.rempart.contact.ContactId(about.id())));
    assertThat(notes.write(about, "<p>Late</p>")).isInstanceOf(Written.Gone.class);
  }

  @Test
  void membersWhoMaySeeTheRecordAreToldOnce() {
    SignedInMember reader = join(Role.READER);
    admin();
    Note note = write("<p>See " + mention(reader.memberId(), "Max") + "</p>");

    assertThat(heard)
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.members()).containsExactly(reader.memberId());
              assertThat(told.note()).isEqualTo(note.id());
              assertThat(told.about()).isEqualTo(about);
            });
    notes.rewrite(note.id(), 1, "<p>Please see " + mention(reader.memberId(), "Max") + "</p>");
    assertThat(heard).as("told already").hasSize(1);
  }

  @Test
  void whoMayNotSeeTheRecordIsNotToldAndTheWriterHearsSo() {
    SignedInMember engineer = join(Role.ENGINEER);
    SignedInMember gone = join(Role.MEMBER);
    admin();
    members.suspend(gone.memberId());
    UUID nobody = UUID.randomUUID();

    Written.Kept kept =
        (Written.Kept)
            notes.write(
                about,
                "<p>%s %s %s</p>"
                    .formatted(
                        mention(engineer.memberId(), "Eng"),
                        mention(gone.memberId(), "Gone"),
                        mention(nobody, "Nobody")));

    assertThat(kept.untold()).containsExactlyInAnyOrder("Eng", "Gone", "Nobody");
    assertThat(kept.note().body().or(RichText.EMPTY).mentions()).isEmpty();
    assertThat(kept.note().body().or(RichText.EMPTY).plain()).isEqualTo("@Eng @Gone @Nobody");
    assertThat(heard).isEmpty();
    assertThat(notes.mentionable(about)).doesNotContainKeys(engineer.memberId(), gone.memberId());
  }

  @Test
  void theHistoryOfANoteIsItsOwn() {
    Note note = write("<p>First</p>");
    notes.rewrite(note.id(), 1, "<p>Second</p>");
    notes.pin(note.id(), true);

    assertThat(history.timeline(new RecordRef("note", note.id().value())))
        .extracting(HistoryEvent::what)
        .containsExactly(
            HistoryEvent.What.CHANGED, HistoryEvent.What.CHANGED, HistoryEvent.What.CREATED);
    assertThat(history.timeline(about)).as("that of the contact").hasSize(1);
    assertThat(history.name(new RecordRef("note", note.id().value()))).isEqualTo("Second");
  }

  @Test
  void readersReadAndWriteNothing() {
    Note note = write("<p>Readable</p>");
    actAs(Role.READER);

    assertThat(notes.find(note.id())).isPresent();
    assertThatThrownBy(() -> notes.write(about, "<p>x</p>"))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> notes.rewrite(note.id(), 1, "<p>x</p>"))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> notes.pin(note.id(), true)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> notes.archive(note.id())).isInstanceOf(NotPermittedException.class);
    actAs(Role.ENGINEER);
    assertThatThrownBy(() -> notes.find(note.id())).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> notes.search("x", 1)).isInstanceOf(NotPermittedException.class);
  }
}
