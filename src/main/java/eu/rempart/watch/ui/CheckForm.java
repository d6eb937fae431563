package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The fields of a check. */
final class CheckForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final List<Duration> PERIODS =
      Stream.of(10, 30, 60, 300, 900, 1_800, 3_600, 86_400).map(Duration::ofSeconds).toList();

  private final TextField name = new TextField(t("watch.field.name"));
  private final Select<CheckKind> kind = new Select<>();
  private final TextField host = new TextField(t("watch.field.host"));
  private final WholeNumberField port = number("watch.field.port", 1, 65_535);
  private final TextField path = new TextField(t("watch.field.path"));
  private final Select<Level> level = new Select<>();
  private final Select<Duration> period = new Select<>();
  private final WholeNumberField limit = number("watch.field.limit", 0, 1_000_000);
  private final WholeNumberField clear = number("watch.field.clear", 0, 1_000_000);
  private final WholeNumberField failAfter =
      number("watch.field.fail-after", 1, Rules.MOST_IN_A_ROW);
  private final WholeNumberField recoverAfter =
      number("watch.field.recover-after", 1, Rules.MOST_IN_A_ROW);
  private final Checkbox ownAuthority = new Checkbox(t("watch.field.own-authority"));
  private final Checkbox shown = new Checkbox(t("watch.field.shown"));
  private final Checkbox enabled = new Checkbox(t("watch.field.enabled"));
  private final transient ZoneFields zones;
  private final transient ObjectiveFields objective;
  private final transient Optional<Check> before;

  /**
   * @param words with the names of places
   * @param admitted zones in which an agent is admitted
   */
  CheckForm(Optional<Check> before, WatchText words, Collection<Zone> admitted) {
    this.before = before;
    this.zones = new ZoneFields(words, admitted, before.map(Check::rules));
    this.objective = new ObjectiveFields(words, before.map(Check::objective).orElse(null));
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(Check.LONGEST_NAME);
    name.setManualValidation(true);
    name.setErrorMessage(t("watch.field.name.wrong"));
    kind.setLabel(t("watch.field.kind"));
    kind.setItems(CheckKind.values());
    kind.setItemLabelGenerator(Words::of);
    host.setManualValidation(true);
    host.setErrorMessage(t("watch.field.host.wrong"));
    path.setManualValidation(true);
    path.setErrorMessage(t("watch.field.path.wrong"));
    level.setLabel(t("watch.field.level"));
    level.setItems(Level.values());
    level.setItemLabelGenerator(Words::of);
    period.setLabel(t("watch.field.period"));
    period.setItems(periods());
    period.setItemLabelGenerator(words::of);
    getContent().addClassName("watch-form");
    getContent()
        .add(
            name,
            kind,
            host,
            port,
            path,
            level,
            period,
            limit,
            clear,
            failAfter,
            recoverAfter,
            zones.zones(),
            zones.quorum(),
            objective.share(),
            objective.over(),
            ownAuthority,
            shown,
            enabled);
    kind.addValueChangeListener(
        change -> {
          fit(change.getValue());
          if (change.isFromClient()) {
            limit.setValue(change.getValue().usualLimit());
            clear.setValue(change.getValue().usualClear());
          }
        });
    host.addValueChangeListener(
        _ -> zones.fitTo(remote("/").filter(Target.Remote::isInside).isPresent()));
    before.ifPresentOrElse(this::show, this::showNew);
  }

  private List<Duration> periods() {
    Stream<Duration> own = before.stream().map(check -> check.rules().period());
    return Stream.concat(PERIODS.stream(), own).distinct().sorted().toList();
  }

  static WholeNumberField number(String label, int least, int most) {
    WholeNumberField field = new WholeNumberField(t(label));
    field.setMin(least);
    field.setMax(most);
    field.setErrorMessage(t("watch.field.number.wrong", least, most));
    return field;
  }

  private void showNew() {
    kind.setValue(CheckKind.PAGE);
    port.setValue(443);
    path.setValue("/");
    level.setValue(Level.CPU);
    period.setValue(Duration.ofMinutes(1));
    limit.setValue(CheckKind.PAGE.usualLimit());
    clear.setValue(CheckKind.PAGE.usualClear());
    failAfter.setValue(2);
    recoverAfter.setValue(2);
    // whoever wants the public to see it says so
    shown.setValue(false);
    enabled.setValue(true);
  }

  private void show(Check check) {
    name.setValue(check.name());
    kind.setValue(check.kind());
    switch (check.target()) {
      case Target.Remote(var itsHost, var itsPort, var itsPath) -> {
        host.setValue(itsHost);
        port.setValue(itsPort);
        path.setValue(itsPath);
        level.setValue(Level.CPU);
      }
      case Target.Own(var itsLevel) -> {
        port.setValue(443);
        path.setValue("/");
        level.setValue(itsLevel);
      }
    }
    period.setValue(check.rules().period());
    limit.setValue(check.band().limit());
    clear.setValue(check.band().clear());
    failAfter.setValue(check.rules().failAfter());
    recoverAfter.setValue(check.rules().recoverAfter());
    ownAuthority.setValue(check.ownAuthority());
    shown.setValue(check.shown());
    enabled.setValue(check.enabled());
  }

  /** Shows the fields that a kind has. */
  private void fit(CheckKind chosen) {
    boolean remote = chosen.remote();
    host.setVisible(remote);
    port.setVisible(remote);
    path.setVisible(chosen == CheckKind.PAGE);
    level.setVisible(!remote);
    zones.setVisible(remote);
    ownAuthority.setVisible(chosen == CheckKind.HTTPS || chosen == CheckKind.PAGE);
    limit.setHelperText(Words.unit(chosen));
  }

  /** The check; empty if a field is wrong, which then says so. */
  Optional<Check> check() {
    CheckKind chosen = kind.getValue();
    boolean remote = chosen.remote();
    name.setInvalid(
        name.getValue().isBlank() || name.getValue().chars().anyMatch(Character::isISOControl));
    boolean well = allFit(limit, clear, failAfter, recoverAfter) && !name.isInvalid();
    List<Zone> asked = remote ? zones.asked() : List.of(Zone.HOME);
    Optional<Target> target = target(chosen);
    if (remote) {
      boolean askedWell =
          zones.canTell(target.filter(CheckForm::isOwn).isPresent()) && zones.fits();
      well = fits(port) && askedWell && well;
    }
    if (!well || target.isEmpty()) {
      return Optional.empty();
    }
    Rules rules =
        new Rules(
            failAfter.getValue(),
            recoverAfter.getValue(),
            remote ? zones.agree() : 1,
            asked,
            period.getValue());
    return Optional.of(
        new Check(
            before.map(Check::id).orElseGet(() -> new CheckId(UUID.randomUUID())),
            before.map(Check::version).orElse(0),
            name.getValue().strip(),
            chosen,
            target.get(),
            new Band(limit.getValue(), clear.getValue()),
            rules,
            ownAuthority.getValue(),
            shown.getValue(),
            enabled.getValue(),
            objective.value()));
  }

  private Optional<Target> target(CheckKind chosen) {
    if (!chosen.remote()) {
      return Optional.of(new Target.Own(level.getValue()));
    }
    host.setInvalid(remote("/").isEmpty());
    String page = chosen == CheckKind.PAGE ? path.getValue() : "/";
    path.setInvalid(!host.isInvalid() && remote(page).isEmpty());
    return remote(page).map(Target.class::cast);
  }

  private static boolean isOwn(Target target) {
    return target instanceof Target.Remote remote && remote.isOwnMachine();
  }

  private Optional<Target.Remote> remote(String page) {
    try {
      int at = port.getValue() == null || !fits(port) ? 443 : port.getValue();
      return Optional.of(Target.Remote.of(host.getValue(), at, page));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Looks at each of them, so that each says what is wrong. */
  private static boolean allFit(WholeNumberField... fields) {
    return Arrays.stream(fields).map(CheckForm::fits).reduce(true, Boolean::logicalAnd);
  }

  static boolean fits(WholeNumberField field) {
    Integer value = field.getValue();
    field.setInvalid(value == null || value < field.getMin() || value > field.getMax());
    return !field.isInvalid();
  }
}
