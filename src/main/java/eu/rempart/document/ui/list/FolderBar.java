package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.folder.FolderService;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.shell.part.Glyph;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way to a folder, and the folders in it. */
final class FolderBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient FolderDesk desk;

  FolderBar(FolderDesk desk) {
    this.desk = desk;
    getContent().addClassName("folders");
  }

  boolean has(FolderId id) {
    return desk.all().stream().anyMatch(folder -> folder.id().equals(id));
  }

  /** Shows a folder; null for what lies beside all folders. */
  void show(@Nullable FolderId at) {
    List<Folder> all = desk.all();
    List<Folder> way = at == null ? List.of() : FolderService.path(all, at);
    getContent().removeAll();
    getContent().add(way(way), actions(at, way.isEmpty() ? null : way.getLast()), inside(all, at));
  }

  private static Nav way(List<Folder> way) {
    var steps = new OrderedList();
    steps.add(
        new ListItem(
            way.isEmpty()
                ? new Span(t("document.folder.root"))
                : new Anchor(DocumentNavigation.list(null), t("document.folder.root"))));
    for (Folder folder : way) {
      boolean last = folder.equals(way.getLast());
      steps.add(
          new ListItem(
              last
                  ? new Span(folder.name())
                  : new Anchor(DocumentNavigation.list(folder.id()), folder.name())));
    }
    var nav = new Nav(steps);
    nav.addClassName("folder-way");
    nav.getElement().setAttribute("aria-label", t("document.folder.way"));
    return nav;
  }

  private static UnorderedList inside(List<Folder> all, @Nullable FolderId at) {
    var list = new UnorderedList();
    list.addClassName("folder-list");
    all.stream()
        .filter(folder -> Objects.equals(folder.parent(), at))
        .forEach(
            folder -> {
              var link = new Anchor(DocumentNavigation.list(folder.id()));
              link.add(Glyph.FOLDER.create(), new Span(folder.name()));
              list.add(new ListItem(link));
            });
    list.setVisible(list.getComponentCount() > 0);
    return list;
  }

  private Div actions(@Nullable FolderId at, @Nullable Folder open) {
    var actions = new Div();
    actions.addClassName("folder-actions");
    if (desk.mayWrite()) {
      actions.add(
          button(Glyph.ADD, t("document.folder.new"), () -> desk.create(at, () -> show(at))));
    }
    if (open != null && desk.mayWrite()) {
      actions.add(
          button(Glyph.EDIT, t("document.folder.rename"), () -> desk.rename(open, () -> show(at))));
    }
    if (open != null && desk.mayArchive()) {
      actions.add(
          button(
              Glyph.ARCHIVE,
              t("document.folder.archive"),
              () ->
                  desk.archive(
                      open,
                      () -> DocumentNavigation.openList(open.parent()),
                      () -> DocumentNavigation.openList(open.id()))));
    }
    return actions;
  }

  private static Button button(Glyph glyph, String text, Runnable run) {
    var button = new Button(text, glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }
}
