package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.security.EventCount;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.abuse.Detection;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What detection looks for: from how much on, in which time, what it does, and how often it did.
 */
public final class Detections extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final Duration BACK = Duration.ofDays(7);

  private final transient EdgeAdministration administration;
  private final transient OversightService oversight;
  private final boolean mayChange;
  private final Lines lines = new Lines(t("edge.detections.title"), t("edge.nothing"));
  private transient List<Object> shown = List.of();

  /**
   * A list.
   *
   * @param mayChange whether whoever looks may set from how much on
   */
  public Detections(
      EdgeAdministration administration, OversightService oversight, boolean mayChange) {
    this.administration = administration;
    this.oversight = oversight;
    this.mayChange = mayChange;
    getContent().add(lines);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.detections.title"));
  }

  /** Reads how often it answered; draws anew only what changed, so that no focus is lost. */
  public void show() {
    EdgeSettings settings = administration.settings();
    List<EventCount> counts = oversight.counts(BACK);
    List<Long> hits =
        Arrays.stream(Detection.values()).map(detection -> hits(detection, counts)).toList();
    if (List.of(settings, hits).equals(shown)) {
      return;
    }
    shown = List.of(settings, hits);
    lines.clear();
    Iterator<Long> each = hits.iterator();
    for (Detection detection : Detection.values()) {
      add(detection, settings, each.next());
    }
  }

  private static long hits(Detection detection, List<EventCount> counts) {
    return counts.stream()
        .filter(count -> detection.events().contains(count.kind()))
        .filter(count -> count.cause().equals(detection.cause()))
        .mapToLong(EventCount::count)
        .sum();
  }

  private void add(Detection detection, EdgeSettings settings, long hits) {
    String name = t("edge.detection." + detection.key());
    List<Component> actions = new ArrayList<>();
    var events =
        new Anchor(
            AccountNavigation.events(detection.events(), detection.cause(), "", BACK),
            t("edge.detection.hits", hits));
    events.getElement().setAttribute("router-link", true);
    events.getElement().setAttribute("aria-label", t("edge.detection.hits.of", name, hits));
    actions.add(events);
    if (mayChange) {
      actions.add(change(detection, settings, name));
      if (detection.isOfNetworks()) {
        actions.add(answer(detection, settings, name));
      }
    }
    lines.add(
        name,
        t("edge.answer." + detection.answer(settings).key()),
        t(
            "edge.detection.from." + detection.key(),
            Formats.number(settings.of(detection.limit())),
            TrafficText.of(detection.window(settings))),
        actions.toArray(Component[]::new));
  }

  private Button answer(Detection detection, EdgeSettings settings, String name) {
    var answer =
        new Button(
            t("edge.answer.change"),
            _ ->
                new ChangeDialog(
                        name,
                        new AnswerForm(detection.limit(), detection.answer(settings)),
                        administration,
                        this::show)
                    .open());
    answer.setAriaLabel(t("edge.answer.change.of", name));
    answer.addThemeVariants(ButtonVariant.TERTIARY);
    return answer;
  }

  private Button change(Detection detection, EdgeSettings settings, String name) {
    var limit = detection.limit();
    var change =
        new Button(
            t("edge.limit.change"),
            _ ->
                new ChangeDialog(
                        name, new LimitForm(limit, settings.of(limit)), administration, this::show)
                    .open());
    change.setAriaLabel(t("edge.limit.change.of", name));
    change.addThemeVariants(ButtonVariant.TERTIARY);
    return change;
  }
}
