package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupService;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backups of one server, at one destination, by one technology. */
final class BackupLine extends Composite<ListItem> {

  private static final long serialVersionUID = 1L;

  private final transient BackupService service;
  private final transient BackupCell cell;
  private final transient Runnable changed;
  private final Span chip = new Span();
  private final Span age = soft();
  private final Span size = soft();
  private final OutcomeLine make = new OutcomeLine();
  private final OutcomeLine verify = new OutcomeLine();
  private final OutcomeLine drill = new OutcomeLine();
  private final Span undrilled = soft();
  private final Span words = new Span();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button(t("shell.cancel"), _ -> cancel());
  private final Div progress = new Div(words, bar, cancel);
  private final transient Map<Act, Button> buttons = new EnumMap<>(Act.class);
  private transient @Nullable BackupRun open;

  /**
   * A line, which {@link #show} fills in.
   *
   * @param changed called after somebody asked for something here
   */
  BackupLine(BackupService service, BackupState state, BackupCell cell, Runnable changed) {
    this.service = service;
    this.cell = cell;
    this.changed = changed;
    String technology = BackupTexts.technology(cell.technology());
    var title = new Div(new Span(technology), chip);
    title.addClassName("line-title");
    progress.addClassName("backup-progress");
    bar.getElement().setAttribute("aria-label", BackupTexts.of(t("backups.progress"), state, cell));
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    cancel.setAriaLabel(BackupTexts.of(t("shell.cancel"), state, cell));
    var told = new Div(title, age, size, make, verify, drill, undrilled, progress);
    told.addClassName("line-words");
    for (Act act : Act.values()) {
      buttons.put(act, button(act, state));
    }
    var actions = new Div();
    actions.addClassName("line-actions");
    buttons.values().forEach(actions::add);
    getContent().add(told, actions);
  }

  private static Span soft() {
    var span = new Span();
    span.addClassName("line-soft");
    return span;
  }

  private Button button(Act act, BackupState state) {
    var button =
        new Button(
            BackupTexts.ask(act),
            _ -> {
              service.ask(cell, act);
              changed.run();
            });
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(BackupTexts.of(BackupTexts.ask(act), state, cell));
    return button;
  }

  private void cancel() {
    if (open != null) {
      service.cancel(open.id());
      Objects.requireNonNull(buttons.get(open.act())).focus(); // what was pressed goes away
      changed.run();
    }
  }

  /** Shows how it is; nothing that has the focus is made anew. */
  void show(BackupState state, boolean askable, Instant now) {
    Optional<BackupRun> made = state.lastMade(cell);
    chip(state, now);
    age.setText(BackupTexts.age(state, cell, now));
    made.map(BackupRun::begun).map(Formats::dateTime).ifPresent(age::setTitle);
    say(size, BackupTexts.size(state, cell));
    make.show(state.last(cell, Act.MAKE).filter(run -> !run.isGood()), now);
    verify.show(
        state
            .lastChecked(cell, Act.VERIFY)
            .filter(
                run -> run.isGood() || !run.state().isJudged() || state.isBad(cell, Act.VERIFY)),
        now);
    Optional<BackupRun> drilled = state.lastChecked(cell, Act.DRILL);
    drill.show(drilled, now);
    say(undrilled, made.isPresent() && drilled.isEmpty() ? t("backups.drill.never") : "");
    progress(state.open(cell).orElse(null));
    buttons.values().forEach(button -> button.setEnabled(askable));
  }

  private static void say(Span span, String text) {
    span.setText(text);
    span.setVisible(!text.isEmpty());
  }

  private void chip(BackupState state, Instant now) {
    boolean none = state.lastMade(cell).isEmpty();
    if (BackupLight.isProvedBad(state, cell)) {
      chip(t("backups.chip.bad"), Look.BAD);
    } else if (BackupLight.isOlder(state, cell, now, BackupState.VERY_OLD)) {
      chip(none ? t("backups.chip.none") : old(BackupState.VERY_OLD.toHours()), Look.BAD);
    } else if (BackupLight.isOlder(state, cell, now, BackupState.OLD)) {
      chip(none ? t("backups.chip.none") : old(BackupState.OLD.toHours()), Look.DOUBT);
    } else if (none) {
      chip(t("backups.chip.first"), Look.DOUBT);
    } else if (BackupLight.isLastFailed(state, cell)) {
      chip(t("backups.chip.failed"), Look.DOUBT);
    } else {
      chip(t("backups.chip.good"), Look.GOOD);
    }
  }

  private static String old(long hours) {
    return t("backups.chip.old", hours);
  }

  private void chip(String text, Look look) {
    chip.setText(text);
    chip.setClassName("line-chip");
    chip.addClassName(look.css());
  }

  private void progress(@Nullable BackupRun run) {
    open = run;
    progress.setVisible(run != null);
    words.setText(run == null ? "" : BackupTexts.progress(run));
    if (run == null) {
      return;
    }
    bar.setVisible(run.state() == BackupRun.State.RUNNING);
    bar.setIndeterminate(run.part() <= 0);
    bar.setValue(Math.clamp(run.part(), 0, 1));
  }
}
