package eu.rempart.tls.serve;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.sign.SignerPool;
import io.netty.channel.group.ChannelGroup;

/** What connections share that began under the same settings. */
record Parts(
    EdgeSettings settings,
    ConnectionGate gate,
    EdgeListener listener,
    Engines engines,
    SignerPool signers,
    Backend backend,
    ChannelGroup clients,
    ServerTls tls) {}
