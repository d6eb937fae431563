package eu.rempart.ops.backup.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import eu.rempart.shell.part.CommandBlock;

/** How to add a destination: what to type, and what that does. */
final class DestinationGuide extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  DestinationGuide() {
    getContent().addClassName("light-panel");
    getContent()
        .add(
            new H2(t("backups.add.title")),
            new Paragraph(t("backups.add.sentence")),
            new Paragraph(t("backups.add.server")),
            new CommandBlock(
                t("backups.add.server"),
                "./rempart backup add sftp://backup@host.example/folder --country FR"),
            new Paragraph(t("backups.add.folder")),
            new CommandBlock(
                t("backups.add.folder"), "./rempart backup add /mnt/disk/rempart --country FR"),
            new Paragraph(t("backups.add.does")),
            new Paragraph(t("backups.add.more")));
  }
}
