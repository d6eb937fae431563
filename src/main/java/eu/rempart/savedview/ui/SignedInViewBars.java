package eu.rempart.savedview.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.account.CurrentMember;
import eu.rempart.archive.ArchiveService;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.shell.view.ViewBars;
import eu.rempart.shell.view.ViewedList;

/** Bars with the views that the member sees. */
@org.springframework.stereotype.Component
class SignedInViewBars implements ViewBars {

  private final SavedViewService views;
  private final ArchiveService archive;
  private final CurrentMember member;

  SignedInViewBars(SavedViewService views, ArchiveService archive, CurrentMember member) {
    this.views = views;
    this.archive = archive;
    this.member = member;
  }

  @Override
  public Component bar(String kind, ViewedList list) {
    return new ViewBar(kind, list, views, archive, member);
  }
}
