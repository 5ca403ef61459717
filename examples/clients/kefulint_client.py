#!/usr/bin/env python3
"""A client for `kefulint serve`, with nothing but Python's standard library.

    python3 kefulint_client.py check "没有的" --question "有没有发票"
    python3 kefulint_client.py audit chats.ndjson

KEFULINT_URL says where the service is (default http://127.0.0.1:8620), KEFULINT_TOKEN holds its token, if it has one.
Ends with 1 where a violation was found, 2 where the service refused, 3 where it could not be reached or broke off.
"""

import argparse
import http.client
import json
import os
import sys
import threading
import urllib.parse

SERVICE = urllib.parse.urlsplit(os.environ.get("KEFULINT_URL", "http://127.0.0.1:8620"))
TIMEOUT_SECONDS = 60


class Refused(Exception):
    """The service answered with an error: its status, code, what is wrong and what to do."""

    def __init__(self, status, error):
        super().__init__(f"{status} {error['code']}: {error['what']}\n  → {error['todo']}")
        self.status = status
        self.error = error


def connect():
    kind = http.client.HTTPSConnection if SERVICE.scheme == "https" else http.client.HTTPConnection
    return kind(SERVICE.hostname, SERVICE.port, timeout=TIMEOUT_SECONDS)


def headers(content_type):
    token = os.environ.get("KEFULINT_TOKEN")
    bearer = {"Authorization": f"Bearer {token}"} if token else {}
    return {"Content-Type": content_type, **bearer}


def refuse_unless_ok(response):
    if response.status != 200:
        raise Refused(response.status, json.loads(response.read())["error"])


def check(draft, context=None):
    """Judges one reply before it is sent. `context` holds any field of the conversation record:
    messages, order, shop. Returns the result with its findings; raises Refused."""
    connection = connect()
    try:
        body = json.dumps({"draft": draft, "context": context or {}})
        connection.request("POST", "/v1/check", body.encode(), headers("application/json"))
        response = connection.getresponse()
        refuse_unless_ok(response)
        return json.loads(response.read())
    finally:
        connection.close()


def audit(lines):
    """Judges conversation records, one JSON object a line (bytes), and yields the lines of the answer as they come:
    findings, what cannot be judged, problems, and last a summary. No summary: it was cut off."""
    connection = connect()
    connection.putrequest("POST", "/v1/audit")
    for name, value in headers("application/x-ndjson").items():
        connection.putheader(name, value)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    # Not through the connection, which http.client gives up once the answer has begun to close it.
    socket = connection.sock

    def send():
        try:
            for line in lines:
                if line:
                    socket.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            socket.sendall(b"0\r\n\r\n")
        except OSError:
            pass  # It has refused, and says why in its answer.

    # Sent beside the reading: the service takes no more than it can answer.
    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    try:
        response = connection.getresponse()
        refuse_unless_ok(response)
        for line in response:
            yield json.loads(line)
    finally:
        connection.close()


def is_violation(finding):
    """Errors that nobody has approved."""
    return finding["severity"] == "error" and "suppressed" not in finding


def told(finding):
    place = f"{finding['conversation']}:{finding['message']}"
    return f"{place} {finding['severity']} {finding['rule']} 「{finding['text']}」 → {finding['suggestion']}"


def run_check(arguments):
    messages = [{"role": "buyer", "text": text} for text in arguments.question]
    order = {"order": {"status": "paid"}} if arguments.paid else {}
    result = check(arguments.draft, {"messages": messages, **order})
    for finding in result["findings"]:
        print(told(finding))
    return 1 if any(map(is_violation, result["findings"])) else 0


def run_audit(arguments):
    violated = False
    summary = None
    with open(arguments.file, "rb") as lines:
        for item in audit(lines):
            if item["type"] == "finding":
                violated = violated or is_violation(item)
                print(told(item), flush=True)
            elif item["type"] == "problem":
                place = f"{item['file']}:{item.get('line', '')}"
                print(f"{place} {item['what']} → {item['todo']}", file=sys.stderr, flush=True)
            elif item["type"] == "summary":
                summary = item
    if summary is None:
        print("the audit was cut off", file=sys.stderr)
        return 3
    counts = summary["findings"]
    print(f"{summary['conversations']} conversations, {counts['error']} errors, {counts['warn']} warnings")
    return 1 if violated else 0


def main():
    parser = argparse.ArgumentParser(description="Asks a running `kefulint serve`.")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("check", help="one reply before it is sent")
    one.add_argument("draft")
    one.add_argument("--question", action="append", default=[], help="what the buyer has just said")
    one.add_argument("--paid", action="store_true", help="the order is paid")
    one.set_defaults(run=run_check)
    many = commands.add_parser("audit", help="a file of conversation records, one a line")
    many.add_argument("file")
    many.set_defaults(run=run_audit)
    arguments = parser.parse_args()
    try:
        return arguments.run(arguments)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except (OSError, http.client.HTTPException) as error:
        print(f"{SERVICE.geturl()}: {error}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
