package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.Optional;

/** What came of the last backup, check or drill, with what a program said folded away. */
final class OutcomeLine extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final Span words = new Span();
  private final Pre said = new Pre();
  private final NativeDetails details = new NativeDetails(t("backups.said"), said);

  OutcomeLine() {
    words.addClassName("line-soft");
    said.addClassName("backup-said");
    details.addClassName("backup-details");
    details.setVisible(false);
    getContent().add(words, details);
    getContent().setVisible(false);
  }

  void show(Optional<BackupRun> outcome, Instant now) {
    getContent().setVisible(outcome.isPresent());
    outcome.ifPresent(run -> show(run, now));
  }

  private void show(BackupRun run, Instant now) {
    boolean wrong = !run.isGood() && run.state().isJudged();
    words.setText(BackupTexts.outcome(run, now));
    words.setTitle(Formats.dateTime(run.ended() == null ? run.asked() : run.ended()));
    words.setClassName(Look.BAD.css(), wrong);
    String program = BackupTexts.said(run);
    said.setText(program);
    details.setVisible(!program.isEmpty());
  }
}
