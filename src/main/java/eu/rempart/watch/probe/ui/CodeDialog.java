package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.ProbeService.NewCode;
import java.util.List;
import java.util.function.Function;

/** Makes a code for an agent, and shows the command with it, once. */
final class CodeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final Select<Zone> zone = new Select<>();
  private final Div fields = new Div();
  private final Button go;
  private final transient Function<Zone, NewCode> make;

  CodeDialog(List<Zone> zones, Function<Zone, NewCode> make) {
    this.make = make;
    setHeaderTitle(t("probe.code.make"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    WatchText words = words();
    zone.setLabel(t("probe.code.zone"));
    zone.setItems(zones);
    zone.setItemLabelGenerator(words::of);
    zone.setValue(zones.getFirst());
    zone.setHelperText(t("probe.code.hint"));
    fields.addClassName("watch-form");
    fields.add(zone);
    add(fields);
    go = new Button(t("probe.code.go"), _ -> make());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.close"), _ -> close()), go);
  }

  private static WatchText words() {
    return new WatchText(Texts.locale(), Formats.zone());
  }

  private void make() {
    NewCode code = make.apply(zone.getValue());
    var command = new TextArea(t("probe.code.command"));
    command.setValue(code.command());
    command.setReadOnly(true);
    command.setAutoselect(true);
    command.setWidthFull();
    var once =
        new Paragraph(
            t("probe.code.once", ProbeService.CODE_LIFE.toMinutes(), words().of(code.expires())));
    once.addClassName("line-soft");
    fields.removeAll();
    fields.add(command, once);
    go.setVisible(false);
    command.focus();
  }
}
