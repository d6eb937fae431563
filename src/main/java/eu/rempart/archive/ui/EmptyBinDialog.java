package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.archive.PendingDelay;
import eu.rempart.archive.PurgeService;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Asks for everything in the bin to be removed: its number is typed, and a delay follows. */
final class EmptyBinDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient PurgeService purges;
  private final transient Runnable done;
  private final WholeNumberField typed = new WholeNumberField();
  private final WholeNumberField days = new WholeNumberField(t("archive.empty.days"));
  private final int count;

  EmptyBinDialog(PurgeService purges, Runnable done) {
    this.purges = purges;
    this.done = done;
    this.count = purges.count();
    setHeaderTitle(t("archive.empty.bin"));
    addClassName("bin-empty");
    typed.setLabel(t("archive.empty.type", Integer.toString(count)));
    days.setMin(0);
    days.setMax(30);
    days.setValue(purges.delayDays());
    days.setHelperText(t("archive.empty.days.help"));
    Button empty = new Button(t("archive.empty.bin"), _ -> empty());
    empty.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    add(new Paragraph(t("archive.empty.sentence", count)), days);
    purges.pendingDelay().ifPresent(later -> add(new Paragraph(pending(later))));
    add(typed);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), empty);
  }

  static String pending(PendingDelay later) {
    return t("archive.delay.pending", later.days(), Formats.dateTime(later.from()));
  }

  private void empty() {
    if (!Objects.equals(typed.getValue(), count)) {
      typed.setErrorMessage(t("archive.empty.wrong"));
      typed.setInvalid(true);
      return;
    }
    Integer delay = days.getValue();
    if (delay == null) {
      days.setErrorMessage(t("shell.number.whole"));
      days.setInvalid(true);
      return;
    }
    ProofDialog.run(() -> empty(delay));
  }

  private void empty(int delay) {
    Optional<Instant> due = purges.emptyBin(count, Duration.ofDays(delay));
    close();
    if (due.isEmpty()) {
      Notices.error(t("archive.empty.changed"));
    } else if (!due.get().isAfter(Instant.now())) {
      Notices.success(t("archive.empty.done"));
    } else {
      Notices.success(t("archive.empty.waits", Formats.dateTime(due.get())));
    }
    done.run();
  }
}
