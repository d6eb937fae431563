package eu.rempart.account;

import eu.rempart.account.right.MemberRights;
import eu.rempart.account.right.RecordGuard;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts on this thread: the member of the session that the request belongs to, or the one for
 * whom a background job runs. Thread safe.
 */
@Component
public class CurrentMember {

  private static final ScopedValue<SignedInMember> ACTING = ScopedValue.newInstance();

  private final @Nullable ObjectProvider<RecordGuard> provider;

  /** Asking the container costs more than a page's rows; that there is none is not kept. */
  private volatile @Nullable RecordGuard guard;

  /** Rooms may guard records after this bean stands. */
  @Autowired
  CurrentMember(ObjectProvider<RecordGuard> guard) {
    this.provider = guard;
  }

  /** Without a guard: everybody may do with every record what their role says. */
  public CurrentMember() {
    this.provider = null;
  }

  /** The member, empty on public pages and in jobs of nobody. */
  public Optional<SignedInMember> find() {
    if (ACTING.isBound()) {
      return Optional.of(ACTING.get());
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedInMember member
        ? Optional.of(member)
        : Optional.empty();
  }

  /**
   * The member.
   *
   * @throws NobodySignedInException if there is none
   */
  public SignedInMember get() {
    return find().orElseThrow(NobodySignedInException::new);
  }

  /**
   * The id of the member.
   *
   * @throws NobodySignedInException if there is none
   */
  public UUID id() {
    return get().memberId();
  }

  /**
   * The role of the member.
   *
   * @throws NobodySignedInException if there is none
   */
  public Role role() {
    return get().role();
  }

  /** Whether somebody acts here who has this right. */
  public boolean may(Right right) {
    return find().map(SignedInMember::role).filter(role -> role.may(right)).isPresent();
  }

  /** Whether somebody acts here who has this right for any records of a kind. */
  public boolean may(Right right, String kind) {
    return may(right) && rights().scope(right, kind) != Scope.NONE;
  }

  /**
   * Whether somebody acts here who has this right for a record.
   *
   * @param owner null for a record that nobody owns
   */
  public boolean may(Right right, String kind, @Nullable UUID owner) {
    return may(right) && rights().allow(right, kind, owner);
  }

  /** Beside the role, what may be done with which records; everything where nobody is signed in. */
  public MemberRights rights() {
    SignedInMember member = find().orElse(null);
    if (member == null || member.customRole() == null) {
      return MemberRights.EVERYTHING;
    }
    RecordGuard records = guard();
    return records == null ? MemberRights.EVERYTHING : records.of(member);
  }

  @Nullable RecordGuard guard() {
    RecordGuard known = guard;
    if (known == null && provider != null) {
      known = provider.getIfAvailable();
      guard = known;
    }
    return known;
  }

  /**
   * Runs a job on this thread on behalf of a member, for as long as their session lives: when it is
   * locked, the next opening or sealing in the job fails.
   */
  public <T> T callAs(SignedInMember member, Callable<T> job) throws Exception {
    return ScopedValue.where(ACTING, member).call(job::call);
  }

  /** Runs a job on this thread on behalf of a member; see {@link #callAs}. */
  public void runAs(SignedInMember member, Runnable job) {
    ScopedValue.where(ACTING, member).run(job);
  }
}
