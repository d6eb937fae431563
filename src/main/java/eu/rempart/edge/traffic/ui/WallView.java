package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityService;
import eu.rempart.account.session.Sessions;
import eu.rempart.edge.abuse.AbuseWatch;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.ticket.SharedTickets;
import eu.rempart.edge.traffic.TrafficService;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.BansPanel;
import eu.rempart.edge.ui.Detections;
import eu.rempart.edge.ui.EdgeNavigation;
import eu.rempart.shell.LazyElements;
import eu.rempart.shell.WallItem;
import eu.rempart.shell.WallPart;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The dashboard on a wall of the control room: one part after the other, large, without a click. It
 * shows no name of any member. The sign-in of an engineer, who holds no key, stays awake for it; an
 * administrator's opens customer data and is locked as always when nobody does anything.
 */
@Route(EdgeNavigation.WALL)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@Uses(LazyElements.class)
@StyleSheet("styles/traffic.css")
@StyleSheet("styles/wall.css")
public final class WallView extends Composite<Main> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final Stretch STRETCH = Stretch.HOUR;

  private final transient TrafficService traffic;
  private final transient AbuseWatch abuse;
  private final transient OversightService oversight;
  private final transient Sessions sessions;
  private final transient SignedInMember member;
  private final FloodAlarm alarm = new FloodAlarm();
  private final Span clock = new Span();
  private final Paragraph one = new Paragraph();
  private final Tiles tiles = new Tiles(false);
  private final PlacesPanel places;
  private final RisesPanel rises = new RisesPanel();
  private final OverTime overTime = new OverTime();
  private final SignInsPanel signIns = new SignInsPanel();
  private final KindsPanel kinds = new KindsPanel();
  private final SourcesPanel sources = new SourcesPanel();
  private final BansPanel bans;
  private final Detections detections;
  private final KeysPanel keys;
  private final transient List<WallPart.Shown> others;
  private final Rota rota;

  public WallView(
      TrafficService traffic,
      AbuseWatch abuse,
      EdgeAdministration administration,
      OversightService oversight,
      SecurityService security,
      SharedTickets tickets,
      Sessions sessions,
      CurrentMember current,
      ObjectProvider<WallItem> items,
      ObjectProvider<WallPart> parts) {
    this.traffic = traffic;
    this.abuse = abuse;
    this.oversight = oversight;
    this.sessions = sessions;
    this.member = current.get();
    this.places = new PlacesPanel(traffic.places());
    this.bans = new BansPanel(administration, false);
    this.detections = new Detections(administration, oversight, false);
    this.keys = new KeysPanel(security, tickets, administration, oversight);
    this.others = parts.orderedStream().map(WallPart::create).toList();
    List<Div> own =
        List.of(
            part(tiles, rises),
            part(places),
            part(overTime),
            part(bans),
            part(signIns),
            part(kinds),
            part(sources),
            part(detections),
            part(keys));
    this.rota =
        new Rota(
            Stream.concat(others.stream().map(other -> part(other.component())), own.stream())
                .toList());
    getContent().addClassName("wall");
    Header head = head();
    items.orderedStream().flatMap(item -> item.create().stream()).forEach(head::add);
    getContent().add(head, alarm, rota);
    show();
    Live.keep(getContent(), traffic::onTick, this::tick);
  }

  @Override
  public String getPageTitle() {
    return t("edge.wall.title") + " · Rempart";
  }

  private Header head() {
    var leave = new Anchor(EdgeNavigation.TRAFFIC, t("edge.wall.leave"));
    leave.getElement().setAttribute("router-link", true);
    clock.addClassName("wall-clock");
    one.addClassName("traffic-note");
    var head = new Header(new H1(t("edge.wall.title")), clock, leave, one);
    head.addClassName("wall-head");
    if (!sessions.keepAwake(member)) {
      var note = new Paragraph(t("edge.wall.idle", sessions.idleLimit().toMinutes()));
      note.addClassName("traffic-note");
      head.add(note);
    }
    return head;
  }

  /** What may be too high for the screen is scrolled by keys, too. */
  private static Div part(Component... shown) {
    var part = new Div(shown);
    part.addClassName("wall-part");
    part.getElement().setAttribute("tabindex", "0");
    part.getElement().setAttribute("role", "group");
    return part;
  }

  private void tick() {
    sessions.keepAwake(member);
    show();
    rota.tell();
  }

  private void show() {
    clock.setText(t("edge.wall.clock", Formats.dateTime(Instant.now())));
    var node = traffic.node();
    one.setVisible(node.isPresent());
    one.setText(node.map(it -> t("edge.traffic.live.one", it.name(), it.nodes())).orElse(""));
    alarm.show(abuse.flood());
    TrafficSnapshot now = traffic.snapshot(STRETCH.length());
    var steps = traffic.series(STRETCH.length(), STRETCH.step());
    var counts = oversight.counts(STRETCH.length());
    tiles.show(now, STRETCH);
    tiles.show(counts, STRETCH);
    rises.show(traffic.rises());
    places.show(now);
    overTime.show(STRETCH, Instant.now(), steps);
    signIns.show(STRETCH, Instant.now(), steps);
    signIns.show(now);
    signIns.show(counts);
    kinds.show(now);
    sources.show(traffic);
    bans.show();
    detections.show();
    keys.show();
    others.forEach(other -> other.refresh().run());
  }
}
