package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.security.KeyHolders;
import eu.rempart.account.session.LiveSession;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.ui.Lines;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.text.Formats;
import java.util.Map;
import java.util.UUID;

/**
 * Who can open the data now. Engineers hold no key, so they read that a member did it, and not
 * which.
 */
final class HoldersPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient Map<UUID, String> names;
  private final Paragraph sums = new Paragraph();
  private final Lines lines = new Lines(t("edge.holders.title"), t("edge.holders.none"));

  /**
   * A panel.
   *
   * @param names of members, as far as whoever looks may read them
   */
  HoldersPanel(Map<UUID, String> names) {
    this.names = names;
    var machines = new Paragraph(t("edge.holders.machines"));
    machines.addClassName("traffic-note");
    getContent().add(sums, lines, machines);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.holders.title"));
  }

  void show(KeyHolders now) {
    sums.setText(
        t(
            "edge.holders.sums",
            now.members(),
            now.sessions().size(),
            now.jobs(),
            now.invitations()));
    lines.clear();
    now.sessions().stream().limit(SHOWN).forEach(this::add);
  }

  private void add(LiveSession session) {
    String where = TrafficText.of(new Place(session.place()));
    lines.add(
        names.getOrDefault(session.memberId(), t("edge.changes.somebody")),
        "",
        t(
            "edge.holders.line",
            session.device().isEmpty() ? t("edge.holders.device.none") : session.device(),
            where,
            Formats.dateTime(session.since())));
  }
}
