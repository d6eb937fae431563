package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityService;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.abuse.AbuseWatch;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.ticket.SharedTickets;
import eu.rempart.edge.traffic.TrafficService;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.BansPanel;
import eu.rempart.edge.ui.Detections;
import eu.rempart.edge.ui.EdgeNavigation;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The security dashboard: what comes, from where, what was refused and why, who can open the data,
 * and how old its keys are. Numbers lead to the events behind them.
 */
@Route(value = EdgeNavigation.TRAFFIC, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/traffic.css")
public final class TrafficView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** What is read from the database is read anew after this, however much comes. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final transient TrafficService traffic;
  private final transient AbuseWatch abuse;
  private final transient OversightService oversight;
  private final RadioButtonGroup<Stretch> stretch = new RadioButtonGroup<>();
  private final FloodAlarm alarm = new FloodAlarm();
  private final Tiles tiles = new Tiles(true);
  private final PlacesPanel places;
  private final OverTime overTime = new OverTime();
  private final Paragraph live = new Paragraph();
  private final KindsPanel kinds = new KindsPanel();
  private final SignInsPanel signIns = new SignInsPanel();
  private final RisesPanel rises = new RisesPanel();
  private final RuleHitsPanel hits;
  private final SourcesPanel sources;
  private final BansPanel bans;
  private final Detections detections;
  private final HoldersPanel holders;
  private final KeysPanel keys;
  private Instant slowlyAt = Instant.EPOCH;

  public TrafficView(
      TrafficService traffic,
      AbuseWatch abuse,
      EdgeAdministration administration,
      OversightService oversight,
      SecurityService security,
      SharedTickets tickets,
      CurrentMember current,
      MemberNames names) {
    this.traffic = traffic;
    this.abuse = abuse;
    this.oversight = oversight;
    boolean mayChange = current.may(Right.MANAGE_SECURITY);
    this.places =
        new PlacesPanel(
            traffic.places(),
            (place, now) -> new PlaceDialog(place, now, stretch.getValue(), mayChange).open());
    this.bans = new BansPanel(administration, mayChange);
    this.sources =
        mayChange
            ? new SourcesPanel(
                network -> new SourceDialog(network, bans::impose).open(), t("edge.sources.note"))
            : new SourcesPanel(AccountNavigation::showEventsFrom, t("edge.sources.note.events"));
    this.hits = new RuleHitsPanel(administration);
    this.detections = new Detections(administration, oversight, mayChange);
    this.holders = new HoldersPanel(current.may(Right.READ_RECORDS) ? names.all() : Map.of());
    this.keys = new KeysPanel(security, tickets, administration, oversight);
    signIns.lead(stretch::getValue);
    kinds.lead(stretch::getValue);
    rises.lead();
    var page = getContent();
    page.addClassName("traffic-page");
    page.add(head(), alarm, tiles, bans, places, rises, overTime, signIns, kinds, hits);
    page.add(detections, sources, holders, keys, new DumpPanel(oversight.dump()));
    show();
    Live.keep(page, traffic::onChange, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("edge.traffic.title");
  }

  private Div head() {
    stretch.setLabel(t("edge.stretch.label"));
    stretch.addClassNames("segments", "traffic-stretch");
    stretch.setItems(Stretch.values());
    stretch.setItemLabelGenerator(choice -> t(choice.key()));
    stretch.setValue(Stretch.HOUR);
    stretch.addValueChangeListener(_ -> show());
    live.addClassName("traffic-live");
    var wall = new Anchor(EdgeNavigation.WALL, t("edge.wall.open"));
    wall.getElement().setAttribute("router-link", true);
    var head = new Div(new Div(new H1(t("edge.traffic.title")), live, wall), stretch);
    head.addClassName("traffic-head");
    return head;
  }

  /** Longer stretches come from the database and change every five minutes: not each second. */
  private void refresh() {
    boolean slowly = slowlyAt.plus(SLOW).isBefore(Instant.now());
    if (slowly || stretch.getValue().isLive()) {
      showTraffic();
    } else {
      alarm.show(abuse.flood());
      sources.show(traffic);
      bans.show();
    }
    if (slowly) {
      showSlowly();
    }
  }

  private void show() {
    showTraffic();
    showSlowly();
  }

  private void showTraffic() {
    alarm.show(abuse.flood());
    var chosen = stretch.getValue();
    TrafficSnapshot now = traffic.snapshot(chosen.length());
    var steps = traffic.series(chosen.length(), chosen.step());
    tiles.show(now, chosen);
    places.show(now);
    overTime.show(chosen, Instant.now(), steps);
    signIns.show(chosen, Instant.now(), steps);
    signIns.show(now);
    kinds.show(now);
    sources.show(traffic);
    bans.show();
  }

  /** How fresh it is, and whose, where there are several nodes. */
  private String counted(Stretch chosen) {
    return traffic
        .node()
        .map(
            one ->
                t(
                    chosen.isLive() ? "edge.traffic.live.one" : "edge.traffic.kept.one",
                    one.name(),
                    one.nodes()))
        .orElseGet(() -> t(chosen.isLive() ? "edge.traffic.live" : "edge.traffic.kept"));
  }

  /** What changes seldom, and is asked of the database. */
  private void showSlowly() {
    slowlyAt = Instant.now();
    var chosen = stretch.getValue();
    String since =
        traffic
            .countedSince(chosen.length())
            .map(at -> " · " + t("edge.traffic.since", Formats.dateTime(at)))
            .orElse("");
    live.setText(counted(chosen) + since);
    var counts = oversight.counts(chosen.length());
    tiles.show(counts, chosen);
    signIns.show(counts);
    hits.show(traffic.snapshot(chosen.length()), chosen);
    rises.show(traffic.rises());
    detections.show();
    holders.show(oversight.holders());
    keys.show();
  }
}
