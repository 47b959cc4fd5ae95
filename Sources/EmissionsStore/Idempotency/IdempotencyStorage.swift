import Foundation

extension DatabaseStore {
    func beginRequest(_ request: RepeatableRequest, now: Date) async throws(StoreError) -> RequestStanding {
        let token = Base32.text(random.make(20))
        return try await database.write { connection in
            try connection.requireTenant(request.tenant)
            // Two that begin at once wait for each other here, and the second finds the first's row.
            let begun = try connection.execute(
                """
                INSERT INTO repeatable_requests (tenant, key, fingerprint, token, held_until, expires)
                VALUES (\(request.tenant), \(request.key), \(request.fingerprint), \(token), \(request.heldUntil),
                    \(request.expires))
                ON CONFLICT (tenant, key) DO UPDATE SET fingerprint = excluded.fingerprint, token = excluded.token,
                    held_until = excluded.held_until, expires = excluded.expires, status = NULL, headers = NULL,
                    body = NULL
                WHERE repeatable_requests.expires <= \(now)
                    OR (repeatable_requests.status IS NULL AND repeatable_requests.held_until <= \(now)
                        AND repeatable_requests.fingerprint = excluded.fingerprint)
                """)
            if begun == 1 { return .new(RequestTicket(tenant: request.tenant, key: request.key, token: token)) }
            return try connection.standing(of: request)
        }
    }

    func completeRequest(_ ticket: RequestTicket, with response: StoredResponse) async throws(StoreError) {
        let headers = try response.headersText
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE repeatable_requests SET status = \(response.status), headers = \(headers),
                    body = \(response.body)
                WHERE tenant = \(ticket.tenant) AND key = \(ticket.key) AND token = \(ticket.token)
                    AND status IS NULL
                """)
            guard changed == 1 else { throw StoreError.leaseLost }
        }
    }

    func abandonRequest(_ ticket: RequestTicket) async throws(StoreError) {
        try await database.write { connection in
            try connection.execute(
                """
                DELETE FROM repeatable_requests WHERE tenant = \(ticket.tenant) AND key = \(ticket.key)
                AND token = \(ticket.token) AND status IS NULL
                """)
        }
    }
}

extension SQLConnection {
    fileprivate func standing(of request: RepeatableRequest) throws(StoreError) -> RequestStanding {
        let row = try row(
            """
            SELECT fingerprint, status, headers, body FROM repeatable_requests
            WHERE tenant = \(request.tenant) AND key = \(request.key)
            """)
        // It was abandoned this very moment; the client may ask again.
        guard var row else { return .inProgress }
        guard try row.value({ Digest($0) }) == request.fingerprint else { return .conflict }
        guard let status = try row.optionalInteger() else { return .inProgress }
        return .done(try StoredResponse(status: status, headersText: try row.text(), body: try row.bytes()))
    }
}

extension StoredResponse {
    fileprivate var headersText: String {
        get throws(StoreError) {
            do {
                return String(decoding: try JSONEncoder().encode(headers), as: UTF8.self)
            } catch {
                throw .invalid("the headers of a response can't be written down")
            }
        }
    }

    fileprivate init(status: Int, headersText: String, body: [UInt8]) throws(StoreError) {
        do {
            let headers = try JSONDecoder().decode([Header].self, from: Data(headersText.utf8))
            self.init(status: status, headers: headers, body: body)
        } catch {
            throw .damaged("the headers of a kept response can't be read")
        }
    }
}
