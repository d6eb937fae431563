package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.shell.secret.PrintableSheet;
import eu.rempart.vault.RecoveryKit;

/** The recovery kit as it is shown this once, with the ways to take it along. */
public final class KitSheet extends Div {

  private static final long serialVersionUID = 1L;

  public KitSheet(RecoveryKit kit) {
    addClassName("kit-whole");
    var keep = new Paragraph(t("account.kit.keep"));
    keep.addClassName("kit-keep");
    add(
        new PrintableSheet(
            t("account.kit.label"),
            t("account.kit.label"),
            kit.groups(),
            "rempart-recovery-kit.txt",
            () -> t("account.kit.file", kit.reveal())),
        keep);
  }
}
