package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.joining.WaitingRoom;
import eu.rempart.vault.key.Access;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.operating.VaultSettings;
import eu.rempart.vault.passkey.PasskeyKeys;
import eu.rempart.vault.passkey.PasskeyRepository;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactorRepository;
import eu.rempart.vault.second.SecondFactors;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault, put together by hand: the same for the application and for tests. */
record VaultParts(
    Access access,
    Founding founding,
    Invitations invitations,
    Admissions admissions,
    InvitationRepository invited,
    WaitingRoom room,
    PasskeyKeys passkeys,
    SecondFactors seconds,
    FactorDemands demands,
    Roles roles,
    LedgerSeal ledger,
    VaultRepository repository,
    VaultSessions sessions,
    Pepper pepper,
    SecurityEvents events,
    Damage damage,
    VaultSettings settings,
    Clock clock,
    CurrentVault current) {

  static VaultParts assemble(
      DSLContext database,
      TransactionTemplate transactions,
      HomeFolder home,
      VaultSettings settings,
      Stretching stretching,
      Clock clock,
      SecurityEvents events,
      ApplicationEventPublisher publisher,
      CurrentVault current) {
    Pepper pepper = Pepper.in(home);
    Witness witness = new Witness(home, pepper, events);
    VaultRepository repository = new VaultRepository(database);
    InvitationRepository invited = new InvitationRepository(database);
    WaitingRoom room = new WaitingRoom(clock);
    MemberKeys memberKeys = new MemberKeys(stretching, pepper);
    Access access = new Access(repository, memberKeys, stretching, pepper, witness, events);
    PasskeyKeys passkeys =
        new PasskeyKeys(new PasskeyRepository(database), access, pepper, witness, events);
    SecondFactorRepository factors = new SecondFactorRepository(database);
    SecondFactors seconds = new SecondFactors(factors, pepper, witness, events, clock);
    return new VaultParts(
        access,
        new Founding(
            repository,
            access,
            memberKeys,
            passkeys,
            seconds,
            pepper,
            witness,
            events,
            transactions),
        new Invitations(
            invited,
            repository,
            access,
            memberKeys,
            passkeys,
            seconds,
            pepper,
            events,
            transactions,
            clock,
            settings.invitationLife()),
        new Admissions(
            invited, repository, access, memberKeys, passkeys, seconds, room, events, clock),
        invited,
        room,
        passkeys,
        seconds,
        new FactorDemands(factors, pepper, witness, events),
        new Roles(witness, events),
        new LedgerSeal(new LedgerRepository(database), witness, events),
        repository,
        new VaultSessions(clock, publisher, settings.linger()),
        pepper,
        events,
        new Damage(events, clock),
        settings,
        clock,
        current);
  }
}
