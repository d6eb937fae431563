package eu.rempart.account.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.MemberNames;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.security.EventCount;
import eu.rempart.account.security.EventFilter;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.security.TableContents;
import eu.rempart.account.session.LiveSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The events behind a number. */
class EventsViewTest extends WithFirm {

  @Autowired private OversightService oversight;
  @Autowired private MemberNames names;

  private void event(String kind, String address, String detail) {
    sql(
        "INSERT INTO security_event (id, kind, severity, address, detail) VALUES"
            + " (gen_random_uuid(), ?, 'WARNING', ?::inet, ?::jsonb)",
        kind,
        address,
        detail);
  }

  private List<String> shown() {
    if (!find(Grid.class).exists()) {
      return List.of();
    }
    Grid<SecurityNote> events = grid();
    return IntStream.range(0, test(events).size())
        .mapToObj(row -> test(events).getCellComponent(row, 0).getElement().getTextRecursively())
        .toList();
  }

  @Test
  void areNarrowedByKindCauseAndPlace() {
    event(
        "edge.banned",
        "198.51.100.20",
        "{\"cause\": \"scan\", \"count\": \"45\", \"place\": \"BR\"}");
    event(
        "edge.banned",
        "198.51.100.21",
        "{\"cause\": \"malformed\", \"count\": \"45\", \"place\": \"BR\"}");
    event(
        "edge.slowed",
        "198.51.100.22",
        "{\"cause\": \"scan\", \"count\": \"45\", \"place\": \"CN\"}");
    open("security/events", "kinds=edge.banned&cause=scan&place=BR&hours=1");

    assertThat(shown()).hasSize(1);
    assertThat(shown().getFirst())
        .contains("A network was blocked for a while")
        .contains("Looked for pages that do not exist, about 45 in a minute and a half")
        .contains("Brazil");
    assertThat(find(Paragraph.class).all())
        .anyMatch(line -> line.getText().startsWith("One event"));
  }

  @Test
  void ofManyThatAreOnlyWatchedTheCauseIsNamedAndHowManyMoreTheyWere() {
    event("edge.suspected.more", "198.51.100.23", "{\"cause\": \"scan\", \"count\": \"1470\"}");
    open("security/events", "kinds=edge.suspected.more&cause=scan&hours=1");
    assertThat(shown()).hasSize(1);
    assertThat(shown().getFirst())
        .contains("More networks looked suspicious")
        .contains("Search for pages that do not exist · 1,470 more");
  }

  @Test
  void anAnswerThatWasRefusedSaysWhyInTheLanguageOfWhoeverLooks() {
    event(
        "alert.answer.refused",
        "203.0.113.50",
        "{\"cause\": \"unknown\", \"channel\": \"sms-http\"}");
    event("alert.answer.refused", "203.0.113.50", "{\"cause\": \"text\", \"channel\": \"sms\"}");
    open("security/events", "kinds=alert.answer.refused&hours=1");
    assertThat(shown())
        .anyMatch(
            words ->
                words.endsWith(
                    "from an address that is nobody’s, or not one person’s alone · SMS (HTTP gateway)"))
        .anyMatch(words -> words.endsWith("answered something else than 1 · SMS (SMPP)"));

    UI.getCurrent().setLocale(Locale.FRENCH);
    open("security/events", "kinds=alert.answer.refused&hours=1");
    assertThat(shown())
        .anyMatch(words -> words.endsWith("a répondu autre chose que 1 · SMS (SMPP)"))
        .noneMatch(words -> words.contains("cause") || words.contains("channel"));
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @Test
  void areThoseOfAReasonAndOfMinutes() {
    event("edge.source.refused", "203.0.113.21", "{\"place\": \"BR\", \"why\": \"banned\"}");
    event("edge.source.refused", "203.0.113.22", "{\"place\": \"BR\", \"why\": \"too-fast\"}");
    sql(
        "INSERT INTO security_event (id, at, kind, severity, address, detail)"
            + " SELECT gen_random_uuid(), now() - interval '20 minutes', kind, severity,"
            + " '203.0.113.23', detail FROM security_event WHERE address = '203.0.113.21'");
    open("security/events", "minutes=15&kinds=edge.source.refused&why=banned");
    assertThat(shown()).hasSize(1);

    open("security/events", "hours=1&kinds=edge.source.refused&why=banned");
    assertThat(shown()).hasSize(2);
    open("security/events", "minutes=15&kinds=edge.source.refused&why=banned");
    click("Show");
    assertThat(shown()).as("somebody asked for the hours of the bar").hasSize(2);
  }

  @Test
  void areThoseFromANetworkAndItStandsInNoAddress() {
    event("edge.source.refused", "203.0.113.9", "{\"place\": \"BR\", \"why\": \"too-fast\"}");
    open("security/events", "kinds=edge.source.refused&hours=1");
    find(TextField.class).withLabel("Address or network").single().setValue("203.0.113.0/24");
    click("Show");
    assertThat(shown()).anyMatch(words -> words.contains("Too many new connections"));

    find(TextField.class).withLabel("Address or network").single().setValue("203.0.114.0/24");
    click("Show");
    assertThat(shown()).isEmpty();
  }

  @Test
  void engineersAreNamedThoughTheyHoldNoKey() {
    UUID engineer = join(Role.ENGINEER).memberId();
    sql(
        "INSERT INTO security_event (id, kind, severity, member_id) VALUES"
            + " (gen_random_uuid(), 'vault.member.joined', 'INFO', ?)",
        engineer);
    act(admin());
    open("security/events", "kinds=vault.member.joined&hours=1");
    assertThat(names.ofAccounts()).containsKey(engineer);
    Grid<SecurityNote> events = grid();
    assertThat(
            IntStream.range(0, test(events).size())
                .mapToObj(row -> test(events).getCellText(row, 1)))
        .doesNotContain("an account that is gone")
        .contains(names.ofAccounts().get(engineer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "203.0.113.0/33",
        "203.0.113.0/-1",
        "::/129",
        "1.2.3",
        "a:b",
        "' OR 1=1 --"
      })
  void anAddressThatIsNoneIsRefusedInWords(String typed) {
    open("security/events", "hours=1");
    TextField network = find(TextField.class).withLabel("Address or network").single();
    network.setValue(typed);
    click("Show");
    assertThat(network.isInvalid()).isTrue();
    assertThat(EventFilterBar.isNetwork(typed)).isFalse();
  }

  @Test
  void markupInWhatWasNotedIsText() {
    event(
        "edge.source.refused",
        "203.0.113.10",
        "{\"agent\": \"<script>alert(1)</script>\", \"place\": \"BR\"}");
    open("security/events", "kinds=edge.source.refused&hours=1");
    assertThat(shown().getFirst()).contains("<script>alert(1)</script>");
    assertThat(find(Html.class).exists()).as("nothing is put in as markup").isFalse();
  }

  @Test
  void strangeQuestionsAreAnsweredAsIfNothingWasAsked() {
    open("security/events", "kinds=<b>,'&cause=%3Cscript%3E&place=x&hours=99999999999");
    assertThat(find(TextField.class).withLabel("Address or network").single().getValue()).isEmpty();
  }

  @Test
  void engineersReadThatItWasAMemberAndNotWhich() {
    act(join(Role.ENGINEER));
    open("security/events", "hours=24");
    assertThat(com.vaadin.flow.component.UI.getCurrent().getElement().getTextRecursively())
        .doesNotContain("Ada");
  }

  @ParameterizedTest
  @EnumSource(names = {"MANAGER", "MEMBER", "READER"})
  void membersSeeNothingOfIt(Role role) {
    actAs(role);
    var hour = Duration.ofHours(1);
    for (ThrowingCallable question :
        List.<ThrowingCallable>of(
            () ->
                oversight.events(new EventFilter(List.of(), "", "", "", Instant.now().minus(hour))),
            () -> oversight.counts(hour),
            oversight::holders,
            oversight::dump)) {
      assertThatThrownBy(question).isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void sumsOfHoursAreAsManyAsTheEvents() {
    event("edge.rise", "203.0.113.11", "{}");
    event("edge.banned", "203.0.113.12", "{\"cause\": \"scan\"}");
    var sums = oversight.counts(Duration.ofDays(90));
    var counted =
        oversight
            .events(
                new EventFilter(
                    List.of("edge.banned"),
                    "scan",
                    "",
                    "",
                    Instant.now().minus(Duration.ofDays(9))))
            .size();
    assertThat(sums)
        .filteredOn(count -> count.kind().equals("edge.banned") && count.cause().equals("scan"))
        .extracting(EventCount::count)
        .containsExactly((long) counted);
    assertThat(oversight.counts(Duration.ofMinutes(15)))
        .extracting(EventCount::kind)
        .contains("edge.rise", "edge.banned");
  }

  @Test
  void whoIsSignedInWithTheKeyHoldsItAndAnEngineerDoesNot() {
    SignedInMember engineer = join(Role.ENGINEER);
    admin();
    assertThat(oversight.holders().sessions())
        .extracting(LiveSession::memberId)
        .contains(admin().memberId())
        .doesNotContain(engineer.memberId());
    assertThat(oversight.holders().members()).isPositive();
  }

  @Test
  void everySealedColumnOfTheDatabaseIsInTheListOfWhatADumpReveals() {
    var contact =
        oversight.dump().stream()
            .filter(table -> table.name().equals("contact"))
            .findFirst()
            .orElseThrow();
    assertThat(contact.sealed()).contains("first_name", "last_name", "emails");
    assertThat(contact.clear()).contains("id", "owner_id").doesNotContain("first_name");
    assertThat(oversight.dump())
        .extracting(TableContents::name)
        .contains("security_event", "member", "deal")
        .noneMatch(name -> name.endsWith("_history"));
  }
}
