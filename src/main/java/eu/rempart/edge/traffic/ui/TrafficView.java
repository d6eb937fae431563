package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.edge.abuse.AbuseWatch;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.traffic.TrafficService;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.BansPanel;
import eu.rempart.edge.ui.EdgeNavigation;
import eu.rempart.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;

/** The traffic as it comes: how much, from where, what was refused and why. */
@Route(value = EdgeNavigation.TRAFFIC, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/traffic.css")
public final class TrafficView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient TrafficService traffic;
  private final RadioButtonGroup<Stretch> stretch = new RadioButtonGroup<>();
  private final transient AbuseWatch abuse;
  private final FloodAlarm alarm = new FloodAlarm();
  private final Tiles tiles = new Tiles();
  private final PlacesPanel places;
  private final OverTime overTime = new OverTime();
  private final KindsPanel kinds = new KindsPanel();
  private final SourcesPanel sources;
  private final BansPanel bans;

  public TrafficView(TrafficService traffic, AbuseWatch abuse, EdgeAdministration administration) {
    this.traffic = traffic;
    this.abuse = abuse;
    this.places = new PlacesPanel(traffic.places(), EdgeNavigation::openRule);
    this.bans = new BansPanel(administration);
    this.sources = new SourcesPanel(network -> bans.impose(network));
    var page = getContent();
    page.addClassName("traffic-page");
    page.add(head(), alarm, tiles, bans, places, overTime, kinds, sources);
    show();
    Live.keep(page, traffic::onChange, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("edge.traffic.title") + " · Rempart";
  }

  private Div head() {
    stretch.setLabel(t("edge.stretch.label"));
    stretch.addClassNames("segments", "traffic-stretch");
    stretch.setItems(Stretch.values());
    stretch.setItemLabelGenerator(choice -> t(choice.key()));
    stretch.setValue(Stretch.HOUR);
    stretch.addValueChangeListener(_ -> show());
    var live = new Paragraph(t("edge.traffic.live"));
    live.addClassName("traffic-live");
    var head = new Div(new Div(new H1(t("edge.traffic.title")), live), stretch);
    head.addClassName("traffic-head");
    return head;
  }

  /** Longer stretches come from the database and change every five minutes: not each second. */
  private void refresh() {
    alarm.show(abuse.flood());
    if (stretch.getValue().isLive()) {
      show();
    } else {
      sources.show(traffic);
      bans.show();
    }
  }

  private void show() {
    alarm.show(abuse.flood());
    var chosen = stretch.getValue();
    TrafficSnapshot now = traffic.snapshot(chosen.length());
    tiles.show(now);
    places.show(now);
    overTime.show(chosen, Instant.now(), traffic.series(chosen.length(), chosen.step()));
    kinds.show(now);
    sources.show(traffic);
    bans.show();
  }
}
