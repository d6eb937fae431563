package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.security.EventFilter;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.account.ui.PlaceText;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordWords;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Security events, narrowed to those behind a number of the dashboard. Engineers hold no key, so
 * they read that it was a member, and not which.
 */
@Route(value = AccountNavigation.EVENTS, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/account.css")
public final class EventsView extends Composite<Div>
    implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final long MOST_HOURS = Duration.ofDays(730).toHours();
  private static final long USUAL_HOURS = Duration.ofDays(7).toHours();

  private final transient OversightService oversight;
  private final transient RecordWords records;
  private final transient Map<UUID, String> members;
  private final EventFilterBar bar = new EventFilterBar(this::showHours);
  private final Paragraph narrowed = new Paragraph();
  private final Div list = new Div();
  private transient List<String> kinds = List.of();
  private String cause = "";
  private String why = "";
  private String place = "";

  /** How far back where it is no whole hour; until somebody asks for another time. */
  private long minutes;

  public EventsView(
      OversightService oversight, RecordWords records, CurrentMember current, MemberNames names) {
    this.oversight = oversight;
    boolean opens = current.may(Right.READ_RECORDS);
    this.records = opens ? records : (_, _, _) -> Optional.empty();
    this.members = opens ? names.ofAccounts() : Map.of();
    var page = getContent();
    page.addClassName("account-page");
    narrowed.addClassName("account-soft");
    narrowed.getElement().setAttribute("role", "status");
    page.add(new H1(t("account.events.title")), bar, narrowed, list);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    kinds =
        asked.getSingleParameter("kinds").stream()
            .flatMap(all -> Stream.of(all.split(",", -1)))
            .filter(kind -> kind.matches("[a-z][a-z.]{0,60}"))
            .toList();
    cause =
        asked.getSingleParameter("cause").filter(name -> name.matches("[a-z-]{1,40}")).orElse("");
    why = asked.getSingleParameter("why").filter(name -> name.matches("[a-z-]{1,40}")).orElse("");
    minutes = number(asked, "minutes").orElse(0L);
    place = asked.getSingleParameter("place").filter(code -> code.matches("[A-Z]{2}")).orElse("");
    long hours = minutes > 0 ? minutes / 60 : number(asked, "hours").orElse(USUAL_HOURS);
    bar.set(Math.clamp(hours, 1, MOST_HOURS), AccountNavigation.takeEventsFrom().orElse(""));
    show();
  }

  private static Optional<Long> number(QueryParameters asked, String name) {
    return asked
        .getSingleParameter(name)
        .filter(number -> number.matches("[0-9]{1,5}"))
        .map(Long::valueOf);
  }

  private void showHours() {
    minutes = 0;
    show();
  }

  private void show() {
    Instant since = since();
    List<SecurityNote> events =
        oversight.events(new EventFilter(kinds, cause, why, place, bar.network(), since));
    narrowed.setText(words(events.size(), since));
    list.removeAll();
    if (!events.isEmpty()) {
      list.add(new EventGrid(events, records, members));
    }
  }

  /** More than an hour is counted in whole hours: so is what stands behind it. */
  private Instant since() {
    Duration back = minutes > 0 ? Duration.ofMinutes(minutes) : Duration.ofHours(bar.hours());
    Instant since = Instant.now().minus(back);
    return back.compareTo(Duration.ofHours(1)) > 0 ? since.truncatedTo(ChronoUnit.HOURS) : since;
  }

  /** What is shown, in a sentence, so that a number can be compared with it. */
  private String words(int count, Instant since) {
    List<String> parts = new ArrayList<>();
    parts.add(
        count == OversightService.SHOWN
            ? t("account.events.newest", count)
            : t("account.events.count", count));
    kinds.forEach(kind -> parts.add(EventText.of(kind)));
    if (!cause.isEmpty()) {
      parts.add(t("edge.detection." + cause));
    }
    if (!why.isEmpty()) {
      parts.add(t("edge.measure." + why));
    }
    if (!place.isEmpty()) {
      parts.add(PlaceText.of(place));
    }
    parts.add(t("account.noted.since", Formats.dateTime(since)));
    return String.join(" · ", parts);
  }

  @Override
  public String getPageTitle() {
    return t("account.events.title");
  }
}
