package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.OpenAlarms;
import eu.rempart.shell.LazyElements;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Texts;
import java.util.Optional;
import java.util.UUID;

/**
 * On top of every page: a banner as long as nobody takes care of an incident, and the button that
 * lets it be heard. The element in the browser marks title and icon of the page, and sounds.
 */
@Tag("rempart-alarm")
@StyleSheet("styles/alerts.css")
final class AlarmBar extends Component implements HasComponents {

  private static final long serialVersionUID = 1L;

  private final transient IncidentService incidents;
  private final Anchor banner = new Anchor(AlertNavigation.ALERTS);
  private final Span words = new Span();

  AlarmBar(IncidentService incidents) {
    this.incidents = incidents;
    var sound = new NativeButton();
    sound.addClassName("alarm-sound");
    sound.add(Glyph.BELL.create(), new Span(t("alert.sound.off")));
    sound.getElement().setAttribute("aria-pressed", "false");
    // what the element writes on it, whichever way it is
    getElement().setAttribute("data-off", t("alert.sound.off"));
    getElement().setAttribute("data-on", t("alert.sound.on"));
    getElement().setAttribute("data-lost", t("alert.sound.lost"));
    banner.addClassName("alarm-banner");
    banner.add(Glyph.ALERT.create(), words);
    // There from the start, and empty: then what is put in is read out.
    words.getElement().setAttribute("role", "alert");
    add(sound, banner);
    LazyElements.load(this);
    Live.keep(this, incidents::onChange, this::show);
    show();
  }

  private void show() {
    OpenAlarms alarms = incidents.alarms();
    Severity worst = alarms.worst();
    UUID newest = alarms.newest();
    banner.setVisible(worst != null);
    banner.setClassName("alarm-critical", worst == Severity.CRITICAL);
    words.setText(worst == null ? "" : sentence(alarms, worst));
    getElement().setAttribute("data-open", Integer.toString(alarms.open()));
    getElement().setAttribute("data-severity", worst == null ? "" : worst.key());
    getElement().setAttribute("data-newest", newest == null ? "" : newest.toString());
  }

  private static String sentence(OpenAlarms alarms, Severity worst) {
    AlertText text = new AlertText(Texts.locale());
    Optional<String> title = alarms.title().map(text::title);
    return t("alert.banner", alarms.open(), text.of(worst), title.orElse(""));
  }
}
