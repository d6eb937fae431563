package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.ops.backup.BackupService;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.secret.PrintableSheet;
import eu.rempart.shell.text.Formats;
import java.time.Instant;

/** The backup kit: whether it is put away, and the kit itself for whoever may have it. */
final class BackupKitPanel extends Composite<Section> {

  private static final long serialVersionUID = 1L;
  private static final String HEADING = "backup-kit";

  private final transient BackupService service;
  private final transient Runnable changed;
  private final Paragraph kept = new Paragraph();

  /**
   * A panel, which {@link #show} fills in.
   *
   * @param changed called after somebody said that the kit is put away
   */
  BackupKitPanel(BackupService service, Runnable changed) {
    this.service = service;
    this.changed = changed;
    var heading = new H2(t("backups.kit"));
    heading.setId(HEADING);
    var look = new Button(t("backups.kit.show"), _ -> ProofDialog.run(this::open));
    var actions = new Div(look);
    actions.addClassName("line-actions");
    getContent().addClassName("light-panel");
    getContent().getElement().setAttribute("aria-labelledby", HEADING);
    getContent().add(heading, new Paragraph(t("backups.kit.sentence")), kept, actions);
  }

  void show(BackupState state) {
    Instant at = state.isKitKept() ? state.kitKept() : null;
    kept.setText(
        at == null ? t("backups.kit.missing") : t("backups.kit.kept", Formats.dateTime(at)));
    kept.setClassName("backup-kept");
    kept.addClassName((at == null ? Look.BAD : Look.GOOD).css());
  }

  private void open() {
    BackupKit kit = service.kit();
    var dialog = new Dialog();
    dialog.setHeaderTitle(t("backups.kit"));
    dialog.setCloseOnOutsideClick(false);
    dialog.setMaxWidth("min(48rem, calc(100vw - 2rem))");
    var sheet =
        new PrintableSheet(
            t("backups.kit"),
            t("backups.kit.groups"),
            kit.groups(),
            "rempart-backup-kit.txt",
            kit::text);
    var destinations = new UnorderedList();
    destinations.addClassName("backup-kit-destinations");
    destinations.getElement().setAttribute("aria-label", t("backups.kit.destinations"));
    kit.destinations().forEach(each -> destinations.add(destination(each)));
    var body =
        new Div(
            new Paragraph(t("backups.kit.paper")),
            sheet,
            destinations,
            new Paragraph(t("backups.kit.restore")),
            new CommandBlock(
                t("backups.kit.restore"),
                "./rempart restore --from ADDRESS --kit FILE --home FOLDER"));
    body.addClassNames("backup-kit", "kit-whole");
    dialog.add(body);
    var put =
        new Button(
            t("backups.kit.put"),
            _ -> {
              service.kitIsKept(kit.made());
              dialog.close();
              changed.run();
            });
    put.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.getFooter().add(new Button(t("shell.close"), _ -> dialog.close()), put);
    // with it goes what it shows: nothing of the kit stays in the page
    dialog.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            dialog.removeAll();
          }
        });
    dialog.open();
  }

  private static ListItem destination(Destination each) {
    var line = new ListItem();
    // the number is part of what opens a repository: it has to stand on the paper
    line.add(
        new Span(
            t(
                "backups.kit.destination",
                String.valueOf(each.place()),
                each.address(),
                each.country().value())));
    each.fingerprints().stream().map(Code::new).forEach(line::add);
    return line;
  }
}
