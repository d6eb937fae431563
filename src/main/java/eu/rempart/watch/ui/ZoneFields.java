package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who measures a check, and how many of them must agree. */
final class ZoneFields {

  private final CheckboxGroup<Zone> zones = new CheckboxGroup<>();
  private final WholeNumberField quorum =
      CheckForm.number("watch.field.quorum", 1, Rules.MOST_ZONES);
  private final WatchText words;
  private final Set<Zone> admitted;

  /** Who is asked as long as nobody says otherwise; null where somebody did. */
  private @Nullable Set<Zone> proposed;

  /**
   * @param admitted zones in which an agent is admitted; they are asked unless somebody says
   *     otherwise
   * @param before what is said so far; empty for a new check
   */
  ZoneFields(WatchText words, Collection<Zone> admitted, Optional<Rules> before) {
    this.words = words;
    this.admitted = Set.copyOf(admitted);
    zones.setLabel(t("watch.field.zones"));
    zones.addClassName("watch-zones");
    zones.setItems(offered(before));
    zones.setItemLabelGenerator(words::of);
    zones.setManualValidation(true);
    zones.setErrorMessage(t("watch.field.zones.wrong"));
    quorum.setHelperText(t("watch.field.quorum.hint"));
    before.ifPresentOrElse(
        rules -> show(rules.zones(), rules.quorum()), () -> propose(everybody()));
    zones.addValueChangeListener(
        change -> changed(change.getOldValue().size(), change.getValue().size()));
    quorum.addValueChangeListener(_ -> fits());
    hint();
  }

  /** Places without an agent are no choice, unless one was made before its agent left. */
  private List<Zone> offered(Optional<Rules> before) {
    return Stream.of(
            Stream.of(Zone.HOME),
            admitted.stream().sorted(),
            before.stream().flatMap(rules -> rules.zones().stream()))
        .flatMap(zone -> zone)
        .filter(zone -> !zone.isNode())
        .distinct()
        .toList();
  }

  private Set<Zone> everybody() {
    return Stream.concat(Stream.of(Zone.HOME), admitted.stream()).collect(toUnmodifiableSet());
  }

  private void propose(Set<Zone> asked) {
    proposed = asked;
    show(asked, Rules.majority(asked.size()));
  }

  /**
   * What is reached from inside alone is asked of this server alone, unless somebody says
   * otherwise.
   */
  void fitTo(boolean inside) {
    if (proposed != null
        && proposed.equals(zones.getValue())
        && Objects.equals(quorum.getValue(), Rules.majority(proposed.size()))) {
      propose(inside ? Set.of(Zone.HOME) : everybody());
    }
  }

  private void show(Collection<Zone> asked, int agree) {
    zones.setValue(new TreeSet<>(asked));
    quorum.setValue(agree);
  }

  /** Where most had to agree, most do. */
  private void changed(int before, int now) {
    if (Objects.equals(quorum.getValue(), Rules.majority(before)) && now > 0) {
      quorum.setValue(Rules.majority(now));
    }
    hint();
    fits();
  }

  /** Says where nobody is who could measure. */
  private void hint() {
    List<Zone> without =
        zones.getValue().stream()
            .filter(zone -> zone.isElsewhere() && !admitted.contains(zone))
            .sorted()
            .toList();
    String missing = without.isEmpty() ? "" : t("watch.field.zones.without", words.of(without));
    zones.setHelperText(
        admitted.isEmpty() && missing.isEmpty() ? t("watch.field.zones.none") : missing);
  }

  CheckboxGroup<Zone> zones() {
    return zones;
  }

  WholeNumberField quorum() {
    return quorum;
  }

  void setVisible(boolean visible) {
    zones.setVisible(visible);
    quorum.setVisible(visible);
  }

  List<Zone> asked() {
    return List.copyOf(zones.getValue());
  }

  int agree() {
    return quorum.getValue();
  }

  /**
   * Whether those are asked who can tell; says what is wrong if they can't.
   *
   * @param own whether each machine takes it for itself, so that none measures it for another
   */
  boolean canTell(boolean own) {
    Set<Zone> asked = zones.getValue();
    boolean others = own && !asked.equals(Set.of(Zone.HOME));
    zones.setErrorMessage(
        t(asked.isEmpty() || !others ? "watch.field.zones.wrong" : "watch.field.zones.own"));
    zones.setInvalid(asked.isEmpty() || others);
    return !zones.isInvalid();
  }

  /** Whether no more must agree than are asked; says so if they must. */
  boolean fits() {
    int asked = Math.max(1, zones.getValue().size());
    quorum.setMax(asked);
    quorum.setErrorMessage(t("watch.field.number.wrong", 1, asked));
    return CheckForm.fits(quorum);
  }
}
