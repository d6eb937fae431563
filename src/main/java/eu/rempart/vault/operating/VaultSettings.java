package eu.rempart.vault.operating;

import eu.rempart.vault.lock.VaultLocked;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.vault.*}.
 *
 * @param linger how long after the last handle was locked {@link VaultLocked} waits (the keys are
 *     zeroed at once; what lingers is the search index)
 * @param derivations how many passwords are checked at once, 64 MiB each
 * @param patience how long a sign-in waits for its turn before it is told to come back
 * @param invitationLife how long an invitation can be accepted
 */
@ConfigurationProperties("rempart.vault")
public record VaultSettings(
    @DefaultValue("2m") Duration linger,
    @DefaultValue("2") int derivations,
    @DefaultValue("20s") Duration patience,
    @DefaultValue("72h") Duration invitationLife) {}
