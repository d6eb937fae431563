package eu.rempart.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinFilter;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.GlobalSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown addresses reads e-mails without any, and finds none by them. */
class HiddenAddressTest extends WithMail {

  @Autowired private HistoryService history;
  @Autowired private ArchiveService archive;
  @Autowired private DraftService drafts;
  @Autowired private List<GlobalSearch> searches;

  private String word;
  private String quoted;
  private Known zoe;
  private UUID mail;

  @BeforeEach
  void receive() {
    word = "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "quince";
    quoted = "quoted-" + UUID.randomUUID() + "@client.example";
    zoe = known("Zoe", "Hidden");
    mail = UUID.randomUUID();
    emails.file(
        new NewEmail(
            mail,
            Direction.IN,
            EmailState.BOUNCED,
            Instant.now(),
            new EmailContent(
                "Zoe Hidden <" + zoe.address() + ">",
                List.of(zoe.address(), quoted),
                List.of(quoted),
                word + " for " + quoted,
                "Dear all,\nAda wrote to <mailto:" + quoted + ">: 3 @ 5 €",
                "<p>Dear <a href=\"mailto:" + quoted.replace("@", "&#64;") + "\">all</a></p>",
                "<" + mail + "@client.example>",
                List.of(),
                "550 5.1.1 no " + zoe.address(),
                List.of())),
        List.of(zoe.ref()));
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(emails.search(word, 5)).hasSize(1));
  }

  private SignedInMember blind(String kind) {
    return narrowed(Role.MEMBER, without(kind, Map.of("emails", FieldRule.HIDDEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact", "company"})
  void aMailIsReadWithoutAddressesAndMarkup(String kind) {
    SignedInMember eve = blind(kind);
    List<Email> seen =
        as(
            eve,
            () ->
                List.of(
                    emails.search(word, 5).getFirst(),
                    on(zoe.ref()).getFirst(),
                    emails.ofMail(mail).getFirst(),
                    emails.find(on(zoe.ref()).getFirst().id()).orElseThrow()));
    for (Email each : seen) {
      EmailContent content = content(each);
      assertThat(content.sender()).isEqualTo("Zoe Hidden");
      assertThat(content.to()).containsExactly("…", "…");
      assertThat(content.copies()).containsExactly("…");
      assertThat(content.subject()).isEqualTo(word + " for …");
      assertThat(content.text()).isEqualTo("Dear all,\nAda wrote to <mailto:…>: 3 @ 5 €");
      assertThat(content.html()).isNull();
      assertThat(content.reply()).isEqualTo("550 5.1.1 no …");
      assertThat(each.marked()).isFalse();
    }
    assertThat(content(emails.search(word, 5).getFirst()).to())
        .as("who may see them")
        .containsExactly(zoe.address(), quoted);
  }

  @Test
  void noMailIsFoundByAnAddress() {
    SignedInMember eve = blind("contact");
    for (String text : List.of(zoe.address(), quoted, quoted.substring(0, 20))) {
      assertThat(emails.search(text, 5)).as(text).hasSize(1);
      assertThat(as(eve, () -> emails.search(text, 5))).as(text).isEmpty();
      for (GlobalSearch each : searches) {
        assertThat(as(eve, () -> each.find(text, 10))).as(text).isEmpty();
      }
    }
    assertThat(as(eve, () -> emails.search(word, 5))).hasSize(1);
  }

  @Test
  void noPartOfAnAddressIsAWordThatAnybodyFinds() {
    String text = "ours: anna.muster=firm.test@lists.example o'brien@x.test bob+crm@firm.test";
    assertThat(EmailSearch.words(EmailSight.withoutAddresses(text))).containsExactly("ours");
    assertThat(EmailSearch.words(EmailSight.addresses(text)))
        .containsExactly("anna.muster firm.test@lists.example o brien@x.test bob crm@firm.test");
    assertThat(EmailSight.addresses("3 @ 5 €, @Ada")).isEmpty();
  }

  @Test
  void neitherHistoryNorBinTellsOne() {
    SignedInMember eve = blind("contact");
    EmailId id = on(zoe.ref()).getFirst().id();
    RecordRef ref = new RecordRef("email", id.value());
    assertThat(as(eve, () -> history.timeline(ref)))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain("sender", "body", "reply"));
    assertThat(as(eve, () -> history.name(ref))).isEqualTo(word + " for …");
    as(eve, () -> emails.archive(id));
    assertThat(as(eve, () -> archive.page(BinFilter.ALL, null, 200)).entries())
        .filteredOn(entry -> entry.root().id().equals(id.value()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.name()).isEqualTo(word + " for …"));
  }

  @Test
  void theTimelineShowsNoneAndOffersNoAnswer() {
    act(blind("contact"));
    String page = ContactNavigation.details(zoe.id()) + "?tab=timeline";
    assertThat(sent(page))
        .contains(word, "Zoe Hidden", "to 3 hidden addresses")
        .doesNotContain(quoted)
        .doesNotContain(zoe.address());
    assertThat(answers()).isZero();
    admin();
    assertThat(sent(page)).contains(quoted);
    assertThat(find(Article.class).all()).isNotEmpty();
    assertThat(answers()).isEqualTo(1);
  }

  private long answers() {
    return find(Button.class).all().stream()
        .filter(button -> button.getAriaLabel().filter("Answer"::equals).isPresent())
        .count();
  }

  @Test
  void whatSomebodyBeganToWriteIsThereAgainThoughTheySeeTheirOwnAlone() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known own = known("Own", "Draft", eve.memberId());
    DraftKey key = new DraftKey("email", own.id().value());
    Outgoing nothing = new Outgoing("", "", "", "", List.of());
    for (String text : List.of("Half", "Half a sentence")) {
      as(
          eve,
          () -> {
            drafts.keep(key, 0, nothing, new Outgoing("", "", "", text, List.of()));
            return true;
          });
    }
    assertThat(as(eve, () -> drafts.find(key, Outgoing.class)))
        .hasValueSatisfying(draft -> assertThat(draft.typed().text()).isEqualTo("Half a sentence"));
  }

  @Test
  void onARecordThatIsHiddenNothingIsThere() {
    SignedInMember eve = narrowed(Role.MANAGER, only(Scope.OWN));
    EmailId id = on(zoe.ref()).getFirst().id();
    assertThat(as(eve, () -> emails.find(id))).isEmpty();
    assertThat(as(eve, () -> emails.findAll(List.of(id.value())))).isEmpty();
    assertThat(as(eve, () -> emails.keys(zoe.ref(), null, 5))).isEmpty();
    assertThat(as(eve, () -> emails.ofMail(mail))).isEmpty();
    assertThat(as(eve, () -> emails.search(word, 5))).isEmpty();
    assertThat(as(eve, () -> emails.mayWrite(zoe.ref()))).isFalse();
    RecordRef ref = new RecordRef("email", id.value());
    assertThat(as(eve, () -> history.name(ref))).isEmpty();
    assertThat(as(eve, () -> history.timeline(ref))).isEmpty();
    act(eve);
    assertThat(sent("emails/" + id)).doesNotContain(word);
  }

  @Test
  void whatLooksLikeAnAddressIsLeftOutOfATextAndNothingElse() {
    assertThat(EmailSight.withoutAddresses("")).isEmpty();
    assertThat(EmailSight.withoutAddresses("@Ada said $1 \\ at 5 @ noon"))
        .isEqualTo("@Ada said $1 \\ at 5 @ noon");
    assertThat(EmailSight.withoutAddresses("to:a@b.example,(c@d)\n\"e\"@f <g@h>"))
        .isEqualTo("to:…,(…)\n\"e\"@f <…>");
    assertThat(
            EmailSight.withoutAddresses(
                "anna.muster=firm.test@lists.example, o'brien@x.test; anna+crm@firm.test"))
        .isEqualTo("…, …; …");
    assertThat(EmailSight.withoutAddresses("a/b|c&d?e@x.test a@x.test/b@x.test @a/b@x.test"))
        .isEqualTo("… … …");
    String long_ = "x".repeat(100_000);
    assertThat(EmailSight.withoutAddresses(long_ + "@")).isEqualTo("…");
  }
}
