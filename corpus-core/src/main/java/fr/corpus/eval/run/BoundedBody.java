package fr.corpus.eval.run;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of a response up to a bound, and when the last of them came. Used by one response; the client calls it from one
 * thread at a time.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Bytes> {

    private final int maxBytes;
    private final AtomicLong lastHeard;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Bytes> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** The bytes, and whether they are all. */
    record Bytes(byte[] bytes, boolean whole) {}

    BoundedBody(int maxBytes, AtomicLong lastHeard) {
        this.maxBytes = maxBytes;
        this.lastHeard = lastHeard;
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        lastHeard.set(System.nanoTime());
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastHeard.set(System.nanoTime());
        for (ByteBuffer buffer : buffers) {
            if (kept.size() + (long) buffer.remaining() > maxBytes) {
                body.complete(new Bytes(kept.toByteArray(), false));
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            byte[] piece = new byte[buffer.remaining()];
            buffer.get(piece);
            kept.write(piece, 0, piece.length);
        }
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new Bytes(kept.toByteArray(), true));
    }
}
