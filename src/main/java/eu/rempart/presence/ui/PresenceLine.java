package eu.rempart.presence.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.SignedInMember;
import eu.rempart.history.RecordRef;
import eu.rempart.presence.Presence;
import eu.rempart.presence.PresenceService;
import eu.rempart.shell.part.Avatar;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who else looks at the record, or is editing it; empty while nobody does. */
@StyleSheet("styles/notices.css")
final class PresenceLine extends Div {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PresenceLine.class);

  private final transient PresenceService service;
  private final transient MemberNames members;
  private final transient CurrentMember current;
  private final transient SignedInMember me;
  private final transient RecordRef record;

  PresenceLine(
      PresenceService service, MemberNames members, CurrentMember current, RecordRef record) {
    this.service = service;
    this.members = members;
    this.current = current;
    this.me = current.get();
    this.record = record;
    addClassName("presence");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    UUID page = service.enter(record, () -> refresh(ui));
    show(service.others(record), members.all());
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          service.leave(page);
        });
  }

  private void refresh(UI ui) {
    try {
      current.callAs(
          me,
          () -> {
            List<Presence> others = service.others(record);
            Map<UUID, String> names = others.isEmpty() ? Map.of() : members.all();
            var _ = ui.access(() -> show(others, names));
            return others.size();
          });
    } catch (UIDetachedException | VaultLockedException _) {
      LOG.debug("the page was closed in this moment");
    } catch (Exception e) {
      LOG.warn("asking who is there failed: {}", e.getClass().getName());
    }
  }

  private void show(List<Presence> others, Map<UUID, String> names) {
    removeAll();
    setVisible(!others.isEmpty());
    for (Presence other : others) {
      String name = names.getOrDefault(other.member(), t("presence.somebody"));
      var line =
          new Span(
              new Avatar(name, Avatar.Shape.PERSON),
              new Span(
                  other.editing() ? t("presence.editing", name) : t("presence.looking", name)));
      line.addClassName(other.editing() ? "presence-editing" : "presence-looking");
      add(line);
    }
  }
}
