package eu.rempart.tag.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.text.Texts;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The organisation's tags for the screens of records. */
@Component
class SignedInTags implements Tags {

  private final TagService tags;
  private final CurrentMember member;

  SignedInTags(TagService tags, CurrentMember member) {
    this.tags = tags;
    this.member = member;
  }

  @Override
  public TagBook book() {
    return new TagBook(sorted(tags.all()).stream().map(SignedInTags::look).toList());
  }

  /** In the order of their names, as the reader's language has it. */
  static List<Tag> sorted(Collection<Tag> tags) {
    return tags.stream()
        .sorted(Comparator.comparing(Tag::name, Collator.getInstance(Texts.locale())))
        .toList();
  }

  static TagLook look(Tag tag) {
    return new TagLook(tag.id().value(), tag.name(), tag.tone());
  }

  @Override
  public boolean mayCreate() {
    return member.may(Right.WRITE_RECORDS);
  }

  @Override
  public TagLook create(String name) {
    return look(tags.create(name));
  }
}
