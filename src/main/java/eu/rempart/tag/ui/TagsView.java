package eu.rempart.tag.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagId;
import eu.rempart.tag.TagRules;
import eu.rempart.tag.TagService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** All tags: their names and colours, new ones, and those that go. */
@StyleSheet("styles/tags.css")
@Route(value = TagNavigation.TAGS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class TagsView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient TagService tags;
  private final transient WayBack back;
  private final transient CurrentMember member;
  private final UnorderedList list = new UnorderedList();
  private final Div nothing = new Div();
  private final TextField name = new TextField(t("tag.new"));

  TagsView(TagService tags, WayBack back, CurrentMember member) {
    this.tags = tags;
    this.back = back;
    this.member = member;
    addClassName("tags-view");
    list.addClassName("tag-rows");
    name.setMaxLength(TagRules.MAX_NAME);
    var add = new Button(t("tag.add"), Glyph.ADD.create(), _ -> add());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(name, add);
    form.addClassName("tag-new");
    SubmitKeys.press(add, form);
    form.setVisible(member.may(Right.WRITE_RECORDS));
    nothing.add(new EmptyState(Glyph.TAG, t("tag.empty.title"), t("tag.empty.sentence")));
    add(new H1(t("tag.title")), new Paragraph(t("tag.sentence")), form, nothing, list);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<Tag> all = SignedInTags.sorted(tags.all());
    boolean writes = member.may(Right.WRITE_RECORDS);
    boolean archives = member.may(Right.ARCHIVE_RECORDS);
    all.forEach(
        tag ->
            list.add(
                new TagRow(
                    tag, tags, writes, archives ? () -> archive(tag.id()) : null, this::refresh)));
    nothing.setVisible(all.isEmpty());
  }

  private void add() {
    try {
      tags.create(name.getValue());
      name.clear();
      name.setInvalid(false);
      refresh();
    } catch (InvalidFieldException e) {
      name.setErrorMessage(t("tag.problem." + e.problem().name()));
      name.setInvalid(true);
      name.focus();
    }
  }

  private void archive(TagId id) {
    UUID change = tags.archive(id);
    refresh();
    back.offer(t("tag.archived"), change, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("tag.title");
  }
}
